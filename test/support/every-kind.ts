import type { Example } from '#shared/activities/activity';
import { activityKinds } from '#shared/activities/registry';
import type { Config as Choice } from '#shared/activities/choice/config';
import type { Config as Numeric } from '#shared/activities/numeric/config';
import type { Lesson, Step } from '#shared/lessons/lesson';
import { activityOf } from './bound';
import { lessonOf, single } from './lesson';

const otherChoice = (config: Choice): Choice => {
  const wrong = config.options.map(({ id }) => id).filter((id) => !config.right.includes(id));
  return { ...config, right: config.several ? wrong.slice(0, 1) : wrong.slice(-1) };
};

const otherNumbers = (config: Numeric): Numeric => ({
  ...config,
  variants: config.variants.map(({ given, answer }) => ({ given, answer: answer + 1_000, mistakes: [] })),
});

/** The same configuration with another solution; a kind whose task gives its solution away has no other one. */
export function otherSolutionOf(kind: string, config: unknown): unknown {
  if (kind === 'choice') return otherChoice(config as Choice);
  return kind === 'numeric' ? otherNumbers(config as Numeric) : config;
}

/** One step for every configuration that some kind has an example of. */
const steps: readonly Step[] = activityKinds.flatMap((kind) => {
  const examples: readonly Example<unknown>[] = activityOf(kind).examples;
  const configs = new Map(examples.map(({ config }) => [JSON.stringify(config), config]));
  return [...configs.values()].map((config, i) => single({ id: `${kind}-${i}`, kind, config }));
});

export const everyKind: Lesson = lessonOf(...steps);

const hidden = (words: string) => ({ it: `other ${words} (it)`, en: `other ${words}` });

/** The lesson with everything that is secret in one step changed: solution, explanation, mistake, note. */
export function withOtherSecrets(lesson: Lesson, index: number): Lesson {
  const change = (step: Step): Step => ({
    ...step,
    config: otherSolutionOf(step.kind, step.config),
    explanation: hidden('explanation'),
    mistake: hidden('mistake'),
    note: {
      say: hidden('say'),
      ask: hidden('ask'),
      watchFor: hidden('watch'),
      ifShort: hidden('short'),
      answer: hidden('answer'),
    },
  });
  return { ...lesson, steps: lesson.steps.map((step, i) => (i === index ? change(step) : step)) };
}
