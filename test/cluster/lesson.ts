import type { Stage } from '#shared/session/events';
import type { TopRow } from '#shared/session/views';
import type { Crowd } from '../faults/crowd';
import type { SteadyDesk } from '../faults/desk';
import { lecture } from '../faults/lecture';
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

/** What is open longer than any trouble lasts is not hurried, and who was away sees the board, ms. */
const BOARD = 1_000;

/** Steps of the lecture in which something is sent; the races, which keep servers at work, are left to those who ask. */
export function answeredSteps(races: boolean): readonly number[] {
  return lecture.steps.flatMap(({ kind, config }, step) => {
    const activity = bound(kind, config);
    return activity.answers !== null && (races || activity.trains === null) ? [step] : [];
  });
}

interface Cast {
  readonly crowd: Crowd;
  readonly desk: SteadyDesk;
  readonly projector: Projector;
}

/**
 * Leads a class that answers by itself through `steps`, each open for `open` ms, until it is `over`; then to the
 * podium. Whatever goes wrong meanwhile, the desk asks until it is answered.
 */
export async function teach(
  cast: Cast,
  steps: readonly number[],
  open: number,
  over: () => boolean,
): Promise<Taught> {
  const taught: Taught = { steps: [], projected: [], spans: [], podium: [] };
  let stage: Stage = { at: 'lobby' };
  for (const step of steps) {
    if (over()) break;
    await play(cast, taught, stage, step, open, over);
    stage = { at: 'board', step };
  }
  await cast.desk.drive({ type: 'go', from: stage, to: { at: 'podium' } });
  taught.podium = (await cast.desk.see(({ common }) => common?.stage.at === 'podium')).common?.top ?? [];
  return taught;
}

async function play(
  { crowd, desk, projector }: Cast,
  taught: Taught,
  from: Stage,
  step: number,
  open: number,
  over: () => boolean,
): Promise<void> {
  await desk.drive({ type: 'go', from, to: { at: 'step', step } }, { type: 'open', step });
  if (lecture.steps[step]?.seconds) await desk.drive({ type: 'extend', step, by: PLENTY });
  const opened = performance.now();
  while (!over() && performance.now() - opened < open) await pause(100);
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
