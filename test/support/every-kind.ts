import fc from 'fast-check';
import type { Example } from '#shared/activities/activity';
import { activityKinds } from '#shared/activities/registry';
import type { Lesson, Step } from '#shared/lessons/lesson';
import { activityOf } from './bound';
import { testedKindOf } from './kinds';
import { lessonOf, single } from './lesson';

/** The same configuration with another solution; what a test has made up has no other one. */
export function otherSolutionOf(kind: string, config: unknown): unknown {
  const known = activityKinds.find((one) => one === kind);
  return known ? testedKindOf({ kind: known }).otherSolution(config) : config;
}

const said = (words: string) => ({ it: words, en: words });

/** What a class expects, of which `came` is true, and two hints, of which one comes by itself. */
export function asides(came: 'one' | 'two'): Pick<Step, 'prediction' | 'hints'> {
  const options = ['one', 'two'].map((id) => ({ id, text: said(id) }));
  return {
    prediction: { question: said('what will it be?'), options, came },
    hints: [{ text: said('look closer') }, { text: said('closer still'), after: 20 }],
  };
}

/** One step for every configuration that some kind has an example of. */
const steps: readonly Step[] = activityKinds.flatMap((kind) => {
  const examples: readonly Example<unknown>[] = activityOf(kind).examples;
  const configs = new Map(examples.map(({ config }) => [JSON.stringify(config), config]));
  return [...configs.values()].map((config, i) =>
    single({ id: `${kind}-${i}`, kind, config, ...asides('two') }),
  );
});

export const everyKind: Lesson = lessonOf(...steps);

/** A step of `everyKind`: of each kind as often as of any other, however many configurations it has examples of. */
export const anyStep = fc.oneof(
  ...activityKinds.map((kind) =>
    fc.constantFrom(...[...everyKind.steps.keys()].filter((index) => everyKind.steps[index]?.kind === kind)),
  ),
);

const hidden = (words: string) => ({ it: `other ${words} (it)`, en: `other ${words}` });

/** The lesson with everything that is secret in one step changed: solution, explanation, mistake, note. */
export function withOtherSecrets(lesson: Lesson, index: number): Lesson {
  const change = (step: Step): Step => ({
    ...step,
    config: otherSolutionOf(step.kind, step.config),
    ...asides('one'),
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
