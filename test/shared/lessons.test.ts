import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { choice } from '#shared/activities/choice/index';
import { activityKinds, bindStep } from '#shared/activities/registry';
import { lessonSchema, type Step } from '#shared/lessons/lesson';
import { inLanguage, locales, type Locale, type Text } from '#shared/text';
import { activityOf } from '../support/bound';
import { lessons } from '../support/lessons';

const steps = lessons.flatMap((lesson) =>
  lesson.steps.map((step) => ({ name: `${lesson.id}/${step.id}`, step })),
);

/** What the class would choose is asked in lessons of one's own. */
const ASKED_ELSEWHERE = ['poll'];

/** Units and formulas are spelt alike in both languages; words are not. */
const hasWords = (text: string) => /\p{L}{4}/u.test(text);

/** A text as a row of plain words, so that case and punctuation do not hide a repetition. */
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}₀₁]+/gu) ?? [];

/** Every run of `length` words of a text. */
function runs(text: string, length: number): string[] {
  const row = words(text);
  return row.slice(0, Math.max(0, row.length - length + 1)).map((_, i) => row.slice(i, i + length).join(' '));
}

/** What a student reads before the reveal. */
const before = ({ title, task, theory }: Step, locale: Locale) => [
  inLanguage(title, [locale]),
  inLanguage(task, [locale]),
  inLanguage(theory, [locale]),
];

/** Every text of a step, wherever it stands: a text is what has both languages. */
function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('it' in value || 'en' in value) return [value as Text];
  return Object.values(value).flatMap(textsIn);
}

const choiceOf = (step: Step) => v.parse(choice.config, step.config);
const choices = steps.filter(({ step }) => step.kind === 'choice');
const tuned = steps.filter(({ step }) => ['gate', 'separating-line', 'xor-proof'].includes(step.kind));

describe('the built-in lessons', () => {
  test.each(lessons.map((lesson) => ({ id: lesson.id, lesson })))('$id is a lesson', ({ lesson }) => {
    expect(v.safeParse(lessonSchema, lesson).issues).toBeUndefined();
  });

  test('have ids of their own, and so have the steps of each', () => {
    for (const ids of [lessons.map(({ id }) => id), ...lessons.map((l) => l.steps.map(({ id }) => id))]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('are short ones, a path through the lecture and all of it, with every kind there is between them', () => {
    const [one, path, whole, ...others] = lessons;
    for (const short of [one, ...others]) expect(short?.steps.length).toBeLessThan(10);
    expect(path?.steps.map(({ id }) => id)).toEqual(whole?.short);
    expect(whole?.steps.length).toBeGreaterThan(2 * (path?.steps.length ?? 0));
    const between = new Set(steps.map(({ step }) => step.kind));
    expect(activityKinds.filter((kind) => !between.has(kind))).toEqual(ASKED_ELSEWHERE);
  });
});

describe('every step', () => {
  test.each(steps)('$name has a configuration that its activity takes', ({ step }) => {
    expect(bindStep(step)).toMatchObject({ ok: true });
  });

  test.each(steps)('$name is written in both languages, and not twice in the same one', ({ step }) => {
    const texts = textsIn(step);
    expect(texts.length).toBeGreaterThanOrEqual(10);
    for (const text of texts) {
      expect(Object.keys(text).sort()).toEqual([...locales].sort());
      for (const locale of locales)
        expect(inLanguage(text, [locale]).trim()).toBe(inLanguage(text, [locale]));
      if (hasWords(inLanguage(text, ['it'])))
        expect(inLanguage(text, ['it'])).not.toBe(inLanguage(text, ['en']));
    }
  });

  test.each(steps)('$name puts its task and its theory in one sentence each', ({ step }) => {
    for (const locale of locales) {
      for (const text of [inLanguage(step.task, [locale]), inLanguage(step.theory, [locale])])
        expect(text).toMatch(/^[^.?!]+[.?]$/);
    }
  });

  test.each(steps)(
    '$name tells the teacher what to say and ask, what to watch for, how to be shorter, and the answer',
    ({ step }) => {
      const parts = [
        'say',
        'ask',
        'watchFor',
        'ifShort',
        ...('answers' in activityOf(step.kind) ? ['answer'] : []),
      ];
      expect(Object.keys(step.note ?? {}).sort()).toEqual(parts.sort());
    },
  );

  test.each(steps)('$name shows nothing of the teacher’s answer before the reveal', ({ step }) => {
    for (const locale of locales) {
      const said = before(step, locale).map((text) => words(text).join(' '));
      for (const run of runs(inLanguage(step.note?.answer ?? {}, [locale]), 4)) {
        for (const text of said) expect(text).not.toContain(run);
      }
    }
  });
});

describe('every choice', () => {
  test.each(choices)('$name says of each wrong option why it is wrong', ({ step }) => {
    const { options, right } = choiceOf(step);
    expect(options.filter(({ id, why }) => !why && !right.includes(id)).map(({ id }) => id)).toEqual([]);
  });

  test.each(choices)('$name has four options or more', ({ step }) => {
    expect(choiceOf(step).options.length).toBeGreaterThanOrEqual(4);
  });

  test.each(choices)('$name does not betray the right option by its place or its length', ({ step }) => {
    const { options, right } = choiceOf(step);
    expect(right).not.toContain(options[0]?.id);
    for (const locale of locales) {
      const length = (isRight: boolean) =>
        options
          .filter(({ id }) => right.includes(id) === isRight)
          .map(({ text }) => inLanguage(text, [locale]).length);
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
        for (const run of runs(inLanguage(text, [locale]), 3))
          for (const one of said) expect(one).not.toContain(run);
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

describe('every neuron that is tuned by hand', () => {
  test.each(tuned)('$name keeps negative weights and halves for the reveal', ({ step }) => {
    for (const locale of locales)
      for (const text of before(step, locale)) expect(text).not.toMatch(/[−-]\d|\d[.,]\d/);
  });
});
