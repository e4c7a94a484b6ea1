import type { AskedPrediction } from '../../lessons/asides';
import type { SessionState } from '../state';
import { askedIn } from './asked';
import { sureness, type Prediction, type PredictionView, type ToldPrediction } from './prediction';

/** The prediction of a step as everybody may know it; null where none is asked. */
export function predictionView(state: SessionState, index: number): PredictionView | null {
  const asked = askedIn(state, index);
  if (!asked) return null;
  const { question, options } = asked;
  const revealed = state.steps[index]?.phase === 'revealed';
  return { question, options, told: revealed ? toldOf(state, index, asked) : null };
}

function toldOf(state: SessionState, index: number, { options, came }: AskedPrediction): ToldPrediction {
  const made = expectedIn(state, index);
  const expected = options.map(({ id }) => {
    const here = made.filter(({ option }) => option === id);
    return [id, sureness.map((sure) => here.filter((one) => one.sure === sure).length)] as const;
  });
  return { came: came ?? null, expected: Object.fromEntries(expected) };
}

/** Who was kicked expects nothing. */
const expectedIn = ({ seats, steps }: SessionState, index: number): readonly Prediction[] =>
  [...(steps[index]?.predictions ?? [])].flatMap(([seat, made]) =>
    seats.get(seat)?.kicked === false ? [made] : [],
  );

/** How many have said what they expect. */
export const predictedIn = (state: SessionState, index: number): number => expectedIn(state, index).length;
