import type { Stage } from '#shared/session/events';
import type { TopRow } from '#shared/session/views';
import type { Crowd } from '../faults/crowd';
import type { SteadyDesk } from '../faults/desk';
import { lecture, stepsNamed } from '../faults/lecture';
import { pause } from '../faults/within';
import type { Shown } from '../load/held-against-log';
import { bound } from '../support/bound';
import type { Projector } from './projector';

/** From the ack of a step's opening to the moment at which it was asked to close: then it was open, whoever says what, ms. */
export interface OpenSpan {
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

/** What desk and projector were shown of a lesson. */
export interface Taught {
  readonly steps: Shown[];
  /** The board of each step, on the projector. */
  readonly projected: Pick<Shown, 'step' | 'top'>[];
  readonly spans: OpenSpan[];
  podium: readonly TopRow[];
}

/** Longer than any run, ms: what is open is closed by the desk and not by the clock. */
const PLENTY = 1_800_000;

/** How long a board stays, ms. */
const BOARD = 1_000;

/** A step in which one may answer again and again. */
export const [AGAIN = 0] = stepsNamed('and');

/** The other steps of the lecture in which something is sent, but for races, which keep servers at work. */
export const answeredSteps: readonly number[] = lecture.steps.flatMap(({ kind, config }, step) => {
  const { answers, trains } = bound(kind, config);
  return answers !== null && trains === null && step !== AGAIN ? [step] : [];
});

interface Cast {
  readonly crowd: Crowd;
  readonly desk: SteadyDesk;
  readonly projector: Projector;
}

/** What a class is led through. */
export interface Course {
  /** One after the other, as far as they come. */
  readonly steps: readonly number[];
  /** How long each is open, ms; the last one of them until it is over. */
  readonly open: number;
  /** Nothing goes wrong any more. */
  readonly over: () => boolean;
  /** The step in which everybody has to be heard once more. */
  readonly last: number;
  readonly heard: () => Promise<unknown>;
}

/**
 * Leads a class that answers by itself through the course, and to the podium. Whatever goes wrong meanwhile, the desk
 * asks until it is answered.
 */
export async function teach(cast: Cast, course: Course): Promise<Taught> {
  const { steps, open, over, last, heard } = course;
  const taught: Taught = { steps: [], projected: [], spans: [], podium: [] };
  let stage: Stage = { at: 'lobby' };
  const played = async (step: number, enough: () => Promise<unknown>) => {
    await play(cast, taught, stage, step, enough);
    stage = { at: 'board', step };
  };
  for (const step of steps) {
    if (over()) break;
    const since = performance.now();
    const time = step === steps.at(-1) ? Infinity : open;
    await played(step, async () => {
      while (!over() && performance.now() - since < time) await pause(100);
    });
  }
  await played(last, heard);
  await cast.desk.drive({ type: 'go', from: stage, to: { at: 'podium' } });
  taught.podium = (await cast.desk.see(({ common }) => common?.stage.at === 'podium')).common?.top ?? [];
  return taught;
}

async function play(
  { crowd, desk, projector }: Cast,
  taught: Taught,
  from: Stage,
  step: number,
  enough: () => Promise<unknown>,
): Promise<void> {
  await desk.drive({ type: 'go', from, to: { at: 'step', step } }, { type: 'open', step });
  if (lecture.steps[step]?.seconds) await desk.drive({ type: 'extend', step, by: PLENTY });
  const opened = performance.now();
  await enough();
  taught.spans.push({ step, from: opened, to: performance.now() });
  const closed = await desk.drive({ type: 'close', step });
  const { pulse } = await desk.see((line) => (line.pulse?.seq ?? -1) >= closed);
  await desk.drive({ type: 'reveal', step });
  const { common } = await desk.see((line) => line.common?.step?.phase === 'revealed');
  await crowd.seeRevealed(step);
  await desk.drive({ type: 'go', from: { at: 'step', step }, to: { at: 'board', step } });
  const board = await desk.see(
    (line) => line.common?.stage.at === 'board' && line.common.stage.step === step,
  );
  taught.steps.push({
    step,
    answered: pulse?.answered ?? -1,
    expected: common?.step?.prediction?.told?.expected ?? null,
    top: board.common?.top ?? [],
  });
  taught.projected.push({ step, top: await projector.board(step) });
  await pause(BOARD);
}
