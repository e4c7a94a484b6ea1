import type { Lesson } from '#shared/lessons/lesson';
import type { Stage } from '#shared/session/events';
import type { Crowd } from './crowd';
import type { SteadyDesk } from './desk';
import { lessons } from '../support/lessons';

/** The lesson that has every kind of step. */
export const lecture = lessons.find(({ id }) => id === 'dal-neurone-alla-rete') as Lesson;

/** Numbers of the lecture's steps by their ids. */
export const stepsNamed = (...ids: readonly string[]): number[] =>
  ids.map((id) => {
    const index = lecture.steps.findIndex((step) => step.id === id);
    if (index < 0) throw new Error(`the lecture has no step ${id}`);
    return index;
  });

/** Longer than any fault is played, s: what is open is closed by the desk and not by the clock. */
const PLENTY = 1_800;

/** Plays one step with a class that answers by itself until `enough`; answers where the class is then. */
export async function playStep(
  desk: SteadyDesk,
  crowd: Crowd,
  from: Stage,
  step: number,
  enough: () => Promise<unknown>,
): Promise<Stage> {
  await desk.drive({ type: 'go', from, to: { at: 'step', step } }, { type: 'open', step });
  if (lecture.steps[step]?.seconds) await desk.drive({ type: 'extend', step, by: PLENTY * 1_000 });
  await enough();
  await desk.drive({ type: 'close', step }, { type: 'reveal', step });
  await crowd.seeRevealed(step);
  return { at: 'step', step };
}
