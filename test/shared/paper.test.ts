import { describe, expect, test } from 'vitest';
import { bookletOf, sheetOf } from '#shared/lessons/paper';
import type { Lesson, Step } from '#shared/lessons/lesson';
import type { Text } from '#shared/text';
import { everyKind, withOtherSecrets } from '../support/every-kind';
import { lessons } from '../support/lessons';

const named = lessons.map((lesson) => [lesson.id, lesson] as const);
const long = lessons.find(({ id }) => id === 'dal-neurone-alla-rete') as Lesson;

/** What is said of a step once it is over, or to the teacher alone. */
function keptFrom({ explanation, mistake, note, hints = [] }: Step): readonly string[] {
  const texts: readonly (Text | undefined)[] = [
    ...[explanation, mistake, ...Object.values(note ?? {})],
    ...hints.map(({ text }) => text),
  ];
  return texts.flatMap((text) => Object.values(text ?? {}));
}

/** Every name of a property in a value. */
function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...keysOf(inner),
  ]);
}

describe('the sheet for students', () => {
  test.each(named)('of %s has each task, and nothing that explains it', (_id, lesson) => {
    const sheet = sheetOf(lesson);
    expect(sheet.steps.map(({ task }) => task)).toEqual(lesson.steps.map(({ task }) => task));
    const text = JSON.stringify(sheet);
    for (const words of lesson.steps.flatMap(keptFrom)) expect(text).not.toContain(JSON.stringify(words));
    for (const key of ['came', 'right', 'answer', 'why', 'mistakes', 'told', 'mark'])
      expect(keysOf(sheet)).not.toContain(key);
  });

  test('is the same byte for byte whatever is right', () => {
    const sheet = JSON.stringify(sheetOf(everyKind));
    for (const index of everyKind.steps.keys())
      expect(JSON.stringify(sheetOf(withOtherSecrets(everyKind, index)))).toBe(sheet);
  });

  test('has the same numbers on every copy, where each phone has its own', () => {
    expect(sheetOf(long)).toEqual(sheetOf(structuredClone(long)));
    const hill = sheetOf(long).steps.find(({ kind }) => kind === 'approximation');
    expect(hill?.view).toMatchObject({ shape: 'hill', own: true });
  });
});

describe('the booklet', () => {
  test.each(named)('of %s has all that is written about its steps', (_id, lesson) => {
    const text = JSON.stringify(bookletOf(lesson));
    for (const words of lesson.steps.flatMap(keptFrom)) expect(text).toContain(JSON.stringify(words));
  });

  test('says what is right for the numbers of the sheet, where each phone has its own', () => {
    const steps = bookletOf(long).steps;
    const own = steps.filter(({ right }) => right).map(({ kind }) => kind);
    expect(own).toContain('numeric');
    expect(own).toContain('descent');
    expect(own).not.toContain('choice');
    const valley = steps.find(({ kind }) => kind === 'descent');
    expect(valley?.right).toMatchObject({ it: expect.stringMatching(/^η = 0,\d+$/) as string });
  });

  test('marks the short path, as the plan has it', () => {
    const starred = bookletOf(long).steps.filter(({ star }) => star);
    expect(starred).toHaveLength(long.short?.length ?? 0);
  });
});
