import type { BotName, BoundActivity } from '#shared/activities/erase';
import { erased } from '#shared/activities/registry';
import { lessons } from '#shared/lessons/index';
import type { Rng } from '#shared/rng';
import type { StepView } from '#shared/session/views';

interface Known {
  readonly activity: BoundActivity;
  readonly config: unknown;
}

/** A step of a built-in lesson by its kind and title; a phone is not told more, and the solution not at all. */
export function known({ kind, title }: Pick<StepView, 'kind' | 'title'>): Known | null {
  for (const { steps } of lessons)
    for (const step of steps) {
      if (step.kind !== kind || step.title.it !== title.it || step.title.en !== title.en) continue;
      const activity = erased[kind].bind(step.config);
      if (activity.ok) return { activity: activity.value, config: step.config };
    }
  return null;
}

/**
 * How a student answers this time: `skill` (0 to 1) is the chance to know; the others guess, leave things as they
 * are, or say nothing (null).
 */
export function moodOf(skill: number, random: Rng): BotName | null {
  if (random.unit() < skill) return 'knows';
  const chance = random.unit();
  if (chance < 0.65) return 'random';
  return chance < 0.85 ? 'constant' : null;
}

/** The answer of a mood. A bot does not know which of several sets of numbers is on the phone; the phone does. */
export function answerOf({ activity, config }: Known, mood: BotName, view: unknown, random: Rng): unknown {
  const variants = (config as { readonly variants?: readonly { readonly answer: unknown }[] }).variants;
  const variant = (view as { readonly variant?: number } | null)?.variant;
  const own = variant === undefined ? undefined : variants?.[variant];
  return mood === 'knows' && own ? { value: own.answer } : activity.bots[mood](random);
}

/** What a student sends one after the other. Where the last answer counts, some think again. */
export function plan(found: Known, mood: BotName, view: unknown, random: Rng): unknown[] {
  const { activity } = found;
  const last = answerOf(found, mood, view, random);
  if (isProof(last)) return partsOf(last);
  if (activity.counts === 'first') return [last];
  const more = activity.training
    ? random.below(Math.min(3, activity.training.attempts))
    : random.below(4) === 0
      ? 1
      : 0;
  return [...Array.from({ length: more }, () => activity.bots.random(random)), last];
}

interface Proof {
  readonly line: unknown;
  readonly signs: unknown;
  readonly pairs: unknown;
}

const isProof = (answer: unknown): answer is Proof =>
  typeof answer === 'object' && answer !== null && 'signs' in answer && 'pairs' in answer;

/** A proof is handed in part by part: the line, the signs, the contradiction. */
const partsOf = ({ line, signs, pairs }: Proof): Proof[] => [
  { line, signs: null, pairs: null },
  { line, signs, pairs: null },
  { line, signs, pairs },
];
