import type { BoundActivity } from '#shared/activities/bound';
import type { Lesson, Step } from '#shared/lessons/lesson';
import type { DeskRequest } from '#shared/protocol';
import type { Stage } from '#shared/session/events';
import type { DeskView } from '#shared/session/views';
import { bound } from '../support/bound';
import type { Player } from '../support/player';
import type { Aloud } from './aloud';
import type { Shown } from './held-against-log';

type Desk = Player<DeskView>;

/** How a simulated class is led through its lesson. */
export interface Leading {
  readonly students: number;
  /** What share of the class must have answered before a step is closed, or foretold before it opens. */
  readonly most: number;
  /** How long the others still get, ms. */
  readonly lastCall: number;
  /** What a teacher says at each step, while nothing else goes on but what the class expects of it. */
  readonly aloud?: Pick<Aloud, 'before' | 'after'>;
  /** Is told of every step that was opened. */
  readonly opened?: () => void;
  /** Is told of every step that was played. */
  readonly played?: (step: Shown) => void;
}

/** A step to be played: its number, its activity, and whether it asks beforehand what one expects. */
interface Turn {
  readonly step: number;
  readonly activity: BoundActivity;
  readonly asks: boolean;
  readonly written: Step;
}

const BREATH = 300;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Sends a command; what only needs a moment more is asked for again. */
export async function drive(desk: Desk, request: DeskRequest): Promise<number> {
  for (;;) {
    const ack = await desk.command(request);
    if (ack.ok) return ack.seq;
    if (ack.code !== 'too-fast' && ack.code !== 'still-training')
      throw new Error(`${request.type}: ${ack.code}`);
    await pause(BREATH);
  }
}

/** Leads a class from the lobby to the podium; answers with what the desk was shown of the steps and of the podium. */
export async function lead(desk: Desk, lesson: Lesson, leading: Leading) {
  let stage: Stage = { at: 'lobby' };
  const steps: Shown[] = [];
  for (const [step, written] of lesson.steps.entries()) {
    const { kind, config, prediction } = written;
    const turn = { step, activity: bound(kind, config), asks: prediction !== undefined, written };
    const to = { at: 'step', step } as const;
    const there = await drive(desk, { type: 'go', from: stage, to });
    stage = to;
    await leading.aloud?.before(written, turn.activity.answers !== null);
    if (!turn.activity.answers) continue;
    const shown = await playStep(desk, there, turn, leading);
    steps.push(shown);
    leading.played?.(shown);
    stage = { at: 'board', step };
  }
  await drive(desk, { type: 'go', from: stage, to: { at: 'podium' } });
  await desk.until(({ common }) => common?.stage.at === 'podium');
  return { steps, podium: desk.common?.top ?? [] };
}

/** Plays the step on stage, `there` since an event of this number, up to its board. */
async function playStep(desk: Desk, there: number, turn: Turn, leading: Leading): Promise<Shown> {
  const { step, asks, written } = turn;
  const enough = leading.students * leading.most;
  const once = async (since: number, done: (pulse: NonNullable<Desk['pulse']>) => boolean) => {
    await desk.until(({ pulse }) => pulse !== null && pulse.seq > since && done(pulse));
    await pause(leading.lastCall);
  };
  if (asks) await once(there, ({ predicted }) => predicted >= enough);
  const opened = await drive(desk, { type: 'open', step });
  leading.opened?.();
  await once(opened, ({ answered }) => answered >= enough);
  const closed = await drive(desk, { type: 'close', step });
  await desk.until(({ pulse }) => pulse !== null && pulse.seq >= closed);
  const answered = desk.pulse?.answered ?? 0;
  await drive(desk, { type: 'reveal', step });
  await desk.until(({ common }) => common?.step?.phase === 'revealed');
  const expected = desk.common?.step?.prediction?.told?.expected ?? null;
  await leading.aloud?.after(written);
  await drive(desk, { type: 'go', from: { at: 'step', step }, to: { at: 'board', step } });
  await desk.until(({ common }) => common?.stage.at === 'board');
  return { step, answered, expected, top: desk.common?.top ?? [] };
}
