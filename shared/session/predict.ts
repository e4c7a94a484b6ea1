import type { ErrorCode } from '../errors';
import type { AskedPrediction } from '../lessons/asides';
import { err, ok, type Result } from '../result';
import { sameStage } from './conductor/stage';
import type { SeatId, SessionEvent } from './events';
import { sureness, type Prediction, type PredictionView, type ToldPrediction } from './prediction';
import type { SessionState } from './state';

/**
 * Notes what a seat expects of the step on stage, until that opens; the last one counts. Refuses with `seat-unknown`,
 * `kicked`, `unknown-step`, `step-not-open` (not on stage, or nothing is asked), `too-late` or `submission-invalid`.
 */
export function predict(
  state: SessionState,
  seat: SeatId,
  index: number,
  { option, sure }: Prediction,
): Result<readonly SessionEvent[], ErrorCode> {
  const holder = state.seats.get(seat);
  if (!holder) return err('seat-unknown');
  if (holder.kicked) return err('kicked');
  const step = state.steps[index];
  if (!step) return err('unknown-step');
  const asked = askedIn(state, index);
  if (step.phase !== 'waiting' && asked) return err('too-late');
  if (!asked || !sameStage(state.stage, { at: 'step', step: index })) return err('step-not-open');
  if (!asked.options.some(({ id }) => id === option)) return err('submission-invalid');
  const said = step.predictions.get(seat);
  if (said?.option === option && said.sure === sure) return ok([]);
  return ok([{ type: 'predicted', seat, step: index, option, sure }]);
}

/** What a class is asked before a step; null: nothing. A step that is played again has shown its answer. */
export const askedIn = (state: SessionState, index: number): AskedPrediction | null =>
  state.steps[index]?.again === null ? (state.lesson.steps[index]?.prediction ?? null) : null;

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
