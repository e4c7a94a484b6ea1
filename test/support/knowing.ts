import { isDeepStrictEqual } from 'node:util';
import type { BotName, BoundAnswers } from '#shared/activities/bound';
import { bindStep } from '#shared/activities/registry';
import type { Rng } from '#shared/rng';
import type { StepView } from '#shared/session/views';
import { lessons } from './lessons';

interface Known {
  readonly answers: BoundAnswers;
  readonly drafts: boolean;
  readonly config: unknown;
}

/** A step of a built-in lesson by its kind and title: a phone is not told more. */
export function known({ kind, title }: Pick<StepView, 'kind' | 'title'>): Known | null {
  const steps = lessons.flatMap((lesson) => lesson.steps);
  const step = steps.find((one) => one.kind === kind && isDeepStrictEqual(one.title, title));
  const bound = step && bindStep(step);
  if (!bound?.ok || !bound.value.answers) return null;
  return { answers: bound.value.answers, drafts: bound.value.drafts, config: step?.config };
}

/** The answer of a mood, without the seat's seed: which of several sets of numbers it has, its view says. */
export function answerOf({ answers, config }: Known, mood: BotName, view: unknown, random: Rng): unknown {
  const variants = (config as { readonly variants?: readonly { readonly answer: unknown }[] }).variants;
  const variant = (view as { readonly variant?: number } | null)?.variant;
  const own = variant === undefined ? undefined : variants?.[variant];
  return mood === 'knows' && own ? { value: own.answer } : answers.bots[mood](random, '');
}
