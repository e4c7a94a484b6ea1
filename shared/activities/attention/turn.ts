import { rng, type Seed } from '../../rng';
import { TURNS, type Asks, type Config, type Vector } from './config';

/** How a seat's plane lies. */
export const turnOf = ({ turn }: Config, seat: Seed): number => turn ?? rng(seat, 'attention').below(TURNS);

const isSet = (turn: number, bit: number): boolean => Math.floor(turn / bit) % 2 === 1;

/** Either sign of either feature, and which of them runs to the right. */
function mirrored([gender, number]: Vector, turn: number): Vector {
  const [x, y] = [isSet(turn, 1) ? -gender : gender, isSet(turn, 2) ? -number : number];
  return isSet(turn, 4) ? [y, x] : [x, y];
}

function unmirrored([x, y]: Vector, turn: number): Vector {
  const [gender, number] = isSet(turn, 4) ? [y, x] : [x, y];
  return [isSet(turn, 1) ? -gender : gender, isSet(turn, 2) ? -number : number];
}

/** An eighth of a turn, so many times; whole quarters are exact. */
function rotated([x, y]: Vector, eighths: number): Vector {
  let at: Vector = [x, y];
  for (let quarter = 0; quarter < Math.floor(eighths / 2); quarter++) at = [-at[1], at[0]];
  if (eighths % 2 === 0) return at;
  return [(at[0] - at[1]) * Math.SQRT1_2, (at[0] + at[1]) * Math.SQRT1_2];
}

/** From the plane as it is reckoned with to a seat's own. Pronouns have it mirrored, roles have it rotated. */
export const turned = (asks: Asks, vector: Vector, turn: number): Vector =>
  asks === 'pronouns' ? mirrored(vector, turn) : rotated(vector, turn);

/** From a seat's own plane to that which is reckoned with. */
export const unturned = (asks: Asks, vector: Vector, turn: number): Vector =>
  asks === 'pronouns' ? unmirrored(vector, turn) : rotated(vector, (TURNS - turn) % TURNS);

/** The nearest place of the grid, without a 0 below 0. */
export const onGrid = ([x, y]: Vector): Vector => [Math.round(x) + 0, Math.round(y) + 0];
