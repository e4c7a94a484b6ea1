import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { fires } from '#shared/activities/perceptron/neuron';
import { activities, erased } from '#shared/activities/registry';
import { lessons } from '#shared/lessons/index';
import { lessonSchema, type Step } from '#shared/lessons/lesson';
import { locales, type Locale, type Text } from '#shared/text';

const seeds = { seat: '0'.repeat(32), secret: 'f'.repeat(32) };

const steps = lessons.flatMap((lesson) =>
  lesson.steps.map((step) => ({ name: `${lesson.id}/${step.id}`, step })),
);

/** A text as a row of plain words, so that case and punctuation do not hide a repetition. */
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}₀₁]+/gu) ?? [];

/** Every run of `length` words of a text. */
function runs(text: string, length: number): string[] {
  const row = words(text);
  return row.slice(0, Math.max(0, row.length - length + 1)).map((_, i) => row.slice(i, i + length).join(' '));
}

/** What a student reads before the reveal. */
const before = ({ title, task, theory }: Step, locale: Locale) => [
  title[locale],
  task[locale],
  theory[locale],
];

/** Every text of a step, wherever it stands: a text is what has both languages. */
function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('it' in value || 'en' in value) return [value as Text];
  return Object.values(value).flatMap(textsIn);
}

const choiceOf = (step: Step) => v.parse(activities.choice.config, step.config);
const choices = steps.filter(({ step }) => step.kind === 'choice');
const gates = steps.filter(({ step }) => step.kind === 'perceptron');

describe('the built-in lessons', () => {
  test.each(lessons.map((lesson) => ({ id: lesson.id, lesson })))('$id is a lesson', ({ lesson }) => {
    expect(v.safeParse(lessonSchema, lesson).issues).toBeUndefined();
  });

  test('have ids of their own, and so have the steps of each', () => {
    for (const ids of [lessons.map(({ id }) => id), ...lessons.map((l) => l.steps.map(({ id }) => id))]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('begin with one of five steps: a choice, three gates, a choice', () => {
    expect(lessons[0]?.steps.map(({ kind }) => kind)).toEqual([
      'choice',
      'perceptron',
      'perceptron',
      'perceptron',
      'choice',
    ]);
  });
});

describe('every step', () => {
  test.each(steps)('$name has a configuration that its activity takes', ({ step }) => {
    expect(erased[step.kind].bind(step.config)).toMatchObject({ ok: true });
  });

  test.each(steps)('$name is written in both languages, and not twice in the same one', ({ step }) => {
    const texts = textsIn(step);
    expect(texts.length).toBeGreaterThanOrEqual(10);
    for (const text of texts) {
      for (const locale of locales) expect(text[locale].trim()).toBe(text[locale]);
      expect(text.it).not.toBe(text.en);
    }
  });

  test.each(steps)('$name puts its task and its theory in one sentence each', ({ step }) => {
    for (const locale of locales) {
      for (const text of [step.task[locale], step.theory[locale]]) expect(text).toMatch(/^[^.?!]+[.?]$/);
    }
  });

  test.each(steps)('$name shows nothing of the teacher’s answer before the reveal', ({ step }) => {
    for (const locale of locales) {
      const said = before(step, locale).map((text) => words(text).join(' '));
      for (const run of runs(step.note.answer[locale], 4)) {
        for (const text of said) expect(text).not.toContain(run);
      }
    }
  });
});

describe('every choice', () => {
  test.each(choices)('$name has four options or more', ({ step }) => {
    expect(choiceOf(step).options.length).toBeGreaterThanOrEqual(4);
  });

  test.each(choices)('$name does not betray the right option by its place or its length', ({ step }) => {
    const { options, right } = choiceOf(step);
    expect(right).not.toContain(options[0]?.id);
    for (const locale of locales) {
      const length = (isRight: boolean) =>
        options.filter(({ id }) => right.includes(id) === isRight).map(({ text }) => text[locale].length);
      expect(Math.max(...length(true))).toBeLessThan(Math.max(...length(false)));
      const all = [...length(true), ...length(false)];
      expect(Math.max(...all) / Math.min(...all)).toBeLessThan(1.4);
    }
  });

  test.each(choices)('$name does not say three words of the right option before the reveal', ({ step }) => {
    const { options, right } = choiceOf(step);
    for (const locale of locales) {
      const said = before(step, locale).map((text) => words(text).join(' '));
      for (const { text } of options.filter(({ id }) => right.includes(id))) {
        for (const run of runs(text[locale], 3)) for (const one of said) expect(one).not.toContain(run);
      }
    }
  });

  test('has its right options in different places', () => {
    const places = choices.map(({ step }) => {
      const { options, right } = choiceOf(step);
      return options.findIndex(({ id }) => right.includes(id));
    });
    expect(new Set(places).size).toBeGreaterThan(1);
  });
});

describe('the step about a single line', () => {
  /** What each option says about (0,0), (0,1), (1,0), (1,1). */
  const tables = { nand: '1110', xor: '0110', nor: '1000', first: '0010', always: '1111' };
  const settings = [-20, -15, -10, -5, 0, 5, 10, 15, 20];
  const corners = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ];

  /** The tables of every neuron on the grid of the sliders. */
  const made = new Set(
    settings.flatMap((w0) =>
      settings.flatMap((w1) =>
        [-30, -25, ...settings, 25, 30].map((b) => corners.map((x) => fires({ w: [w0, w1], b }, x)).join('')),
      ),
    ),
  );

  const step = choices.find((choice) => choice.step.id === 'una-retta-sola')?.step as Step;

  test.each(choiceOf(step).options.map(({ id }) => ({ id })))(
    '$id is right if and only if no neuron makes its table',
    ({ id }) => {
      const table = tables[id as keyof typeof tables];
      expect(made.has(table)).toBe(!choiceOf(step).right.includes(id));
    },
  );
});

describe('every gate', () => {
  test.each(gates)('$name keeps negative weights and halves for the reveal', ({ step }) => {
    for (const locale of locales)
      for (const text of before(step, locale)) expect(text).not.toMatch(/[−-]\d|\d[.,]\d/);
  });

  test.each([
    { id: 'not', w: [-10], b: 5, worth: 1 },
    { id: 'not', w: [-20], b: 10, worth: 1 },
    { id: 'not', w: [-10], b: 0, worth: 0.6 },
    { id: 'and', w: [10, 10], b: -15, worth: 1 },
    { id: 'and', w: [20, 20], b: -30, worth: 1 },
    { id: 'and', w: [10, 10], b: -20, worth: 0.6 },
    { id: 'or', w: [10, 10], b: -5, worth: 1 },
    { id: 'or', w: [20, 20], b: -10, worth: 1 },
  ])('$id with w = $w and b = $b (tenths) is worth $worth, as its note says', ({ id, w, b, worth }) => {
    const step = gates.find((gate) => gate.step.id === id)?.step;
    const bound = erased.perceptron.bind(step?.config);
    expect(bound.ok && bound.value.judge({ w, b }, seeds)).toMatchObject({
      ok: true,
      value: { grade: { score: expect.closeTo(worth, 12) as number, right: true } },
    });
  });

  test('any weights that make AND make OR with b = −0.5, as the note says', () => {
    const settings = [-20, -15, -10, -5, 0, 5, 10, 15, 20];
    const makes = (gate: string, w: number[], b: number) => {
      const bound = erased.perceptron.bind({ gate });
      const judged = bound.ok ? bound.value.judge({ w, b }, seeds) : bound;
      return judged.ok && judged.value.grade.right;
    };
    const biases = Array.from({ length: 13 }, (_, i) => 5 * i - 30);
    const pairs = settings.flatMap((w0) => settings.map((w1) => [w0, w1]));
    const and = pairs.filter((w) => biases.some((b) => makes('and', w, b)));
    expect(and.length).toBeGreaterThan(0);
    expect(and.filter((w) => !makes('or', w, -5))).toEqual([]);
  });
});
