import type { Share } from '#shared/activities/activity';
import type { BoundActivity, BoundTogether } from '#shared/activities/bound';
import { rng, type Seed } from '#shared/rng';
import { reckon } from '#shared/training/together/reckon';
import type { ClassSettled } from '#shared/training/together/request';
import { pendingClasses, reckonedId } from '#shared/session/together/pending';
import { SEED, type Classroom } from './session';

/** As many sit in one class. */
export const CLASS = 28;

export type Together = BoundActivity & {
  readonly answers: NonNullable<BoundActivity['answers']>;
  readonly together: BoundTogether;
};

/** Everybody in a class has a line by chance. */
export const byChance = ({ answers }: Together, label: string, seats = CLASS): readonly unknown[] =>
  Array.from({ length: seats }, (_, i) => answers.bots.random(rng(SEED, `${label}/${i}`), `${i}`));

/** A class with another submission in the place of one. */
export const inPlace = (class_: readonly unknown[], at: number, submission: unknown): readonly unknown[] =>
  class_.map((one, i) => (i === at ? submission : one));

/** What one of a class gets. */
export function shareIn(
  together: BoundTogether,
  class_: readonly unknown[],
  at: number,
  secret: Seed,
): Share {
  const { parts, ...figures } = reckon(together.request(class_, secret)) as ClassSettled;
  const part = parts[at];
  if (!part) throw new Error(`nobody sits at ${at}`);
  return { class: figures, part };
}

/** Of eight submissions by chance the one that helps the class most, as its phone says. */
export function bestOfEight(
  activity: Together,
  class_: readonly unknown[],
  at: number,
  label: string,
): unknown {
  const tries = byChance(activity, label, 8);
  const helps = tries.map(
    (one) => reckon(activity.together.request(inPlace(class_, at, one), null)).parts[at]?.seen ?? 0,
  );
  return tries[helps.indexOf(Math.max(...helps))];
}

/** Brings what classes come to that wait for it, as the server's pool does; says how many there were. */
export function reckonAll(room: Classroom): number {
  const pending = pendingClasses(room.state);
  for (const { step, run, request } of pending) {
    const result = reckon(request()) as ClassSettled;
    room.server({ type: 'reckoned', step, run, result }, reckonedId(step, run));
  }
  return pending.length;
}
