import fc from 'fast-check';
import type { Lesson, Step } from '#shared/lessons/lesson';
import { writeRows, type Row } from '#shared/tables/rows';
import { LESSON_VERSION } from '#shared/lessons/upgrade';
import { randomLine, randomText } from './random-texts';

const inItalian = (words: fc.Arbitrary<string>) => words.map((it) => ({ it }));
const line = inItalian(randomLine);
const text = inItalian(randomText);
const number = fc
  .oneof(
    fc.integer({ min: -1_000, max: 1_000 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.constantFrom(1e-9, 1e15, -0.1, 0),
  )
  // JSON has no negative zero.
  .map((value) => value + 0);

const options = fc
  .array(fc.record({ text: line, why: text, right: fc.boolean() }, { requiredKeys: ['text', 'right'] }), {
    minLength: 2,
    maxLength: 6,
  })
  .filter((all) => all.some(({ right }) => right) && all.some(({ right }) => !right));

const choice = fc.tuple(options, fc.boolean(), fc.boolean()).map(([all, several, shuffle]) => {
  const rights = all.filter(({ right }) => right).length;
  const named = all.map((option, i) => ({ ...option, id: `o${i}` }));
  return {
    kind: 'choice' as const,
    config: {
      options: named.map(({ id, text, why, right }) => ({ id, text, ...(why && !right && { why }) })),
      right: named.filter(({ right }) => right).map(({ id }) => id),
      ...{ several: several || rights > 1, shuffle },
    },
  };
});

const numeric = fc
  .record({
    answer: number,
    tolerance: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 100, noNaN: true })),
    mistakes: fc.array(fc.record({ value: number, why: text }), { maxLength: 3 }),
    unit: fc.option(line),
    given: fc.option(line),
    partial: fc.boolean(),
  })
  .map(({ answer, tolerance, mistakes, unit, given, partial }) => ({
    kind: 'numeric' as const,
    version: 2,
    config: {
      variants: [
        {
          ...{ given, picture: null, answer },
          mistakes: mistakes.filter(({ value }) => Math.abs(value - answer) > tolerance),
        },
      ],
      ...{ unit, tolerance, partial },
    },
  }));

const order = fc
  .tuple(
    fc.array(fc.record({ text: line, mark: line }, { requiredKeys: ['text'] }), {
      minLength: 3,
      maxLength: 8,
    }),
    line,
    line,
  )
  .map(([items, first, last]) => ({
    kind: 'order' as const,
    config: { items: items.map((item, i) => ({ id: `i${i}`, ...item })), ends: { first, last } },
  }));

const words = fc
  .record({ longest: fc.integer({ min: 10, max: 200 }), shows: fc.constantFrom('answers', 'cloud') })
  .map((config) => ({ kind: 'text' as const, config }));

/** One pixel. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const slide = fc
  .record({
    lines: fc.array(text, { maxLength: 5 }),
    picture: fc.option(line.map((alt) => ({ shows: 'image' as const, data: PICTURE, alt }))),
    link: fc.option(line.map((to) => ({ address: 'https://example.org/a?b=1', to }))),
    tap: fc.boolean(),
    lookUp: fc.boolean(),
  })
  .map((config) => ({ kind: 'slide' as const, config }));

const poll = fc.array(line, { minLength: 2, maxLength: 8 }).map((all) => ({
  kind: 'poll' as const,
  config: {
    asks: 'options',
    options: all.map((text, i) => ({ id: `p${i}`, text })),
    ...{ several: false, live: false },
  },
}));

const gate = fc.constant({ kind: 'gate' as const, config: { gate: 'and' } });

const thousandths = fc.integer({ min: -999_000, max: 999_000 });
/** Rows of which no two lie at one place. */
const rows = fc
  .uniqueArray(fc.tuple(thousandths, thousandths), {
    ...{ minLength: 80, maxLength: 110 },
    selector: ([x]) => Math.round(x / 1_000),
  })
  .map((all) =>
    writeRows(
      all.map(([x, y], i): Row => ({ x: x / 1_000, y: (y + i) / 1_000, of: i % 2 === 0 ? 0 : 1 })),
      true,
    ),
  );
const axis = fc
  .record({ name: line, unit: line }, { requiredKeys: ['name'] })
  .map((words) => ({ ...words, from: -1_000, to: 1_000 }));

const table = fc.record({
  data: fc.constant('own' as const),
  samples: fc.integer({ min: 20, max: 40 }),
  source: line,
  ...{ x: axis, y: axis, rows },
  classes: fc.tuple(line, line),
});
const share = fc.constantFrom({}, { share: [0, 100] as [number, number] });
const paid = { energy: { max: 9_000_000, par: 7_000 }, accuracy: { base: 0.55, top: 0.9 }, attempts: 3 };
const learning = { rate: [0.01, 1] as [0.01, 1], epochs: [1, 300] as [number, number] };

const race = fc.tuple(table, share, fc.boolean()).map(([own, part, layered]) => ({
  kind: 'race' as const,
  version: 2,
  config: {
    ...{ ...own, ...part, ...paid },
    ...(layered
      ? {
          family: 'mlp',
          limits: { layers: 2, neurons: 8, ...learning },
          freed: { activation: false, batch: true },
          good: { layers: [4, 2], rate: 0.1, epochs: 20, batch: 5 },
        }
      : {
          family: 'linear',
          limits: learning,
          freed: { batch: false },
          good: { family: 'linear', rate: 0.5, epochs: 2 },
        }),
  },
}));

const hints = fc.array(
  fc.record({ text, after: fc.integer({ min: 5, max: 600 }) }, { requiredKeys: ['text'] }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

const asides = fc.record(
  { hints, note: fc.record({ say: text }), board: fc.boolean() },
  { requiredKeys: [] },
);

const head = fc.record({
  ...{ title: line, task: text, theory: text, explanation: text, mistake: text },
  points: fc.oneof(fc.constant(1_000), fc.integer({ min: 0, max: 2_000 })),
  seconds: fc.option(fc.integer({ min: 5, max: 3_600 })),
  timing: fc.constantFrom('accuracy' as const, 'speed' as const),
});

const own = fc.oneof(choice, numeric, order, words, slide, poll, gate, race);

const step = fc.tuple(head, asides, own).map((parts) => Object.assign({}, ...parts) as Omit<Step, 'id'>);

/** Lessons in Italian, of steps that question banks know and of some that they do not. */
export const randomLessons: fc.Arbitrary<Lesson> = fc
  .tuple(line, text, fc.array(step, { minLength: 1, maxLength: 5 }))
  .map(([title, about, steps]) => ({
    ...{ version: LESSON_VERSION, id: 'casuale', title, about },
    steps: steps.map((one, i): Step => ({ id: `passo-${i}`, ...one })),
  }));
