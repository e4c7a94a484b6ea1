import type { Rng } from '../../rng';
import { SIDE } from '../../training/cnn/design';
import { bars, INSIDE } from '../../training/sets/bars';
import { directions, forEach, type Direction, type Shape } from './shapes';

/** 8 x 8 pixels, row by row: 1 is lit, 0 is not. */
export type Picture = string;

const PIXELS = SIDE * SIDE;
/** Rows and columns of a blob. */
const BLOB = 3;

/** A filled square that is nowhere at the border, as bars are, with as many flipped pixels. */
function blob(random: Rng): Picture {
  const { margin, flipped } = INSIDE;
  const places = SIDE - 2 * margin - BLOB + 1;
  const [top, left] = [margin + random.below(places), margin + random.below(places)];
  const within = (at: number, first: number) => at >= first && at < first + BLOB;
  return Array.from({ length: PIXELS }, (_, i) => {
    const lit = within(Math.floor(i / SIDE), top) && within(i % SIDE, left);
    return lit !== random.unit() < flipped ? 1 : 0;
  }).join('');
}

/** `each` pictures of every shape. */
export function drawPictures(each: number, random: Rng): Readonly<Record<Shape, readonly Picture[]>> {
  const { x, y } = bars(directions.length * each, random, INSIDE);
  const all = y.map((shape, i) => ({ shape, picture: x.slice(i * PIXELS, (i + 1) * PIXELS).join('') }));
  const of = (name: Direction) =>
    all.filter(({ shape }) => directions[shape] === name).map(({ picture }) => picture);
  return {
    ...forEach(directions, of),
    blob: Array.from({ length: each }, () => blob(random)),
  };
}
