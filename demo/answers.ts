import type { BotName, BoundAnswers } from '#shared/activities/bound';
import { bindStep } from '#shared/activities/registry';
import { lessons } from '#shared/lessons/index';
import type { Rng } from '#shared/rng';
import type { StepView } from '#shared/session/views';

interface Known {
  readonly answers: BoundAnswers;
  readonly drafts: boolean;
  readonly attempts: number | null;
  readonly config: unknown;
}

/** A step of a built-in lesson by its kind and title; a phone is not told more, and the solution not at all. */
export function known({ kind, title }: Pick<StepView, 'kind' | 'title'>): Known | null {
  for (const { steps } of lessons)
    for (const step of steps) {
      if (step.kind !== kind || step.title.it !== title.it || step.title.en !== title.en) continue;
      const bound = bindStep(step);
      if (!bound.ok || !bound.value.answers) continue;
      const { answers, drafts, trains } = bound.value;
      return { answers, drafts, attempts: trains?.attempts ?? null, config: step.config };
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
export function answerOf({ answers, config }: Known, mood: BotName, view: unknown, random: Rng): unknown {
  const variants = (config as { readonly variants?: readonly { readonly answer: unknown }[] }).variants;
  const variant = (view as { readonly variant?: number } | null)?.variant;
  const own = variant === undefined ? undefined : variants?.[variant];
  return mood === 'knows' && own ? { value: own.answer } : answers.bots[mood](random, '');
}

/** What a student sends one after the other. Where the last answer counts, some think again. */
export function plan(found: Known, mood: BotName, view: unknown, random: Rng): unknown[] {
  const { answers, attempts } = found;
  const parts = answers.inParts(answerOf(found, mood, view, random));
  if (answers.counts === 'first' || parts.length > 1) return [...parts];
  const more = attempts === null ? (random.below(4) === 0 ? 1 : 0) : random.below(Math.min(3, attempts));
  return [...Array.from({ length: more }, () => answers.bots.random(random, '')), ...parts];
}
