import fc from 'fast-check';
import type { Example } from '#shared/activities/activity';
import { activityKinds, type ActivityKind } from '#shared/activities/registry';
import { LESSON_VERSION } from '#shared/lessons/upgrade';
import { activityOf } from './bound';
import { otherSolutionOf } from './every-kind';

/** Words that have broken something somewhere: quotes, ends of lines, a letter in two parts, half of one, right to left. */
const rude = [
  ...['\ud83d\ude00', '\ud800', 'é', 'e\u0301', '\u2028', '\r\n\t', '"\\/', '\u0000', '\u202eabc'],
  ...['<b>&amp;</b>', '$x^2_1$', '`a` **b**', '{=~}', '__proto__', 'constructor', '-0', '1e400', '\ufeff'],
];

const words = (least: number) =>
  fc.oneof(
    fc.string({ unit: 'binary', minLength: least, maxLength: 40 }),
    fc.constantFrom(...rude),
    fc.constantFrom('x'.repeat(2_000), 'Una parola dopo l’altra, con un accento: perché.'),
  );

const languages = fc.constantFrom('it', 'en', 'fr', 'pt-BR', 'zh-Hant', 'gsw', 'de-CH-1996');

/** A text in some languages: finished, or perhaps in none and without a word. */
const text = (least: 0 | 1) =>
  fc.dictionary(languages, words(least), { minKeys: least, maxKeys: 4, noNullPrototype: true });

const id = fc.stringMatching(/^[a-z0-9-]{1,40}$/);

/** Any JSON that a body can hold: the names by which prototypes are poisoned are refused with the whole of it. */
const anything = fc
  .jsonValue({ maxDepth: 4 })
  .map((value) => JSON.parse(JSON.stringify(value).replace(/__proto__|constructor/g, 'x')) as unknown);

/** A configuration that its kind takes. */
const configOf = (kind: ActivityKind): fc.Arbitrary<unknown> => {
  const examples: readonly Example<unknown>[] = activityOf(kind).examples;
  const configs = examples.map(({ config }) => config);
  return fc.constantFrom(...configs, ...configs.map((config) => otherSolutionOf(kind, config)));
};

const rules = {
  points: fc.integer({ min: 0, max: 2_000 }),
  seconds: fc.option(fc.integer({ min: 5, max: 3_600 })),
  timing: fc.constantFrom('accuracy', 'speed'),
};

const note = (least: 0 | 1) =>
  fc.record(
    {
      say: text(least),
      ask: text(least),
      watchFor: text(least),
      ifShort: text(least),
      answer: text(least),
    },
    { requiredKeys: [], noNullPrototype: true },
  );

const prediction = fc
  .tuple(text(1), fc.uniqueArray(id, { minLength: 2, maxLength: 4 }), text(1), fc.boolean())
  .map(([question, ids, said, known]) => ({
    question,
    options: ids.map((one) => ({ id: one, text: said })),
    ...(known ? { came: ids[0] } : {}),
  }));

const hints = fc.array(
  fc.record({ text: text(1), after: fc.integer({ min: 5, max: 3_600 }) }, { requiredKeys: ['text'] }),
  { minLength: 1, maxLength: 4 },
);

/** A step that can be played; without its id. */
const finishedStep = fc.constantFrom(...activityKinds).chain((kind) =>
  fc.record(
    {
      ...{ kind: fc.constant(kind), config: configOf(kind), ...rules },
      ...{ title: text(1), task: text(1), theory: text(1), explanation: text(1), mistake: text(1) },
      ...{ note: note(1), board: fc.boolean(), prediction, hints },
    },
    {
      requiredKeys: [
        ...(['kind', 'config', 'points', 'seconds', 'timing'] as const),
        ...(['title', 'task', 'theory', 'explanation', 'mistake'] as const),
      ],
      noNullPrototype: true,
    },
  ),
);

/** A step of which anything may be missing, or not what it should be. */
const draftStep = fc.constantFrom(...activityKinds).chain((kind) =>
  fc.record(
    {
      ...{ kind: fc.constant(kind), config: fc.oneof(configOf(kind), anything), ...rules },
      ...{ title: text(0), task: text(0), theory: text(0), explanation: text(0), mistake: text(0) },
      ...{ note: note(0), board: fc.boolean(), prediction: anything, hints: anything },
      version: fc.integer({ min: 1, max: 9 }),
    },
    { requiredKeys: ['kind'], noNullPrototype: true },
  ),
);

const lessonWith = (least: 0 | 1, step: fc.Arbitrary<Record<string, unknown>>) =>
  fc
    .record(
      {
        ...{ title: text(least), about: text(least) },
        languages: fc.array(languages, { minLength: 1, maxLength: 4 }),
        tags: fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), {
          minLength: 1,
          maxLength: 5,
        }),
        short: fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }),
        steps: fc.array(step, { minLength: least, maxLength: 5 }),
        ids: fc.uniqueArray(id, { minLength: 5, maxLength: 5 }),
      },
      {
        requiredKeys: least === 1 ? ['title', 'about', 'steps', 'ids'] : ['steps', 'ids'],
        noNullPrototype: true,
      },
    )
    .map(({ steps, ids, short, ...rest }) => ({
      ...{ version: LESSON_VERSION, id: 'random', ...rest },
      ...(short ? { short: short.map((place) => ids[place % Math.max(1, steps.length)]) } : {}),
      steps: steps.map((one, place) => ({ id: ids[place], ...one })),
    }));

/** Lessons with steps of all kinds, finished ones and drafts, that a server keeps. */
export const anyLesson: fc.Arbitrary<{ readonly id: string }> = fc.oneof(
  lessonWith(1, finishedStep),
  lessonWith(0, draftStep),
);
