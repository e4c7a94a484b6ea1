import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftStep, Question } from '#shared/exchange/report';
import { readDraft } from '#shared/lessons/check';
import {
  goodOnes,
  idFrom,
  nearest,
  newLesson,
  onlyLanguage,
  saidToBe,
  stepsOf,
  titleLanguage,
  withMore,
  withOwnIds,
  type Read,
} from '../../../client/pages/teach/exchange/taken';
import { lessons } from '../../support/lessons';

const step = (id: string, title = id): DraftStep => ({
  ...{ id, kind: 'choice', title: { en: title }, task: { en: 'Which?' } },
});

const good = (one: DraftStep): Question => ({
  ...{ place: { unit: 'line', number: 1 }, name: one.id, type: 'multichoice' },
  ...{ becomes: one.kind, step: one, lost: [] },
});

const bad: Question = {
  ...{ place: { unit: 'line', number: 2 }, name: 'x', type: 'cloze' },
  ...{ becomes: null, fault: 'cloze' },
};

const read = (questions: readonly Question[], lesson: Read['lesson'] = null): Read => ({
  ...{ refused: null, format: 'gift', encoding: 'utf-8', title: null, language: null, lesson, questions },
});

describe('what is taken out of a file', () => {
  const file = read([good(step('a')), bad, good(step('b'))]);

  test('is what can be taken', () => {
    expect(goodOnes(file)).toEqual([0, 2]);
  });

  test('is what was chosen, in the file’s order', () => {
    expect(stepsOf(file, new Set([2, 1, 0])).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(stepsOf(file, new Set([2])).map(({ id }) => id)).toEqual(['b']);
  });

  test('becomes a lesson that can be kept', () => {
    const lesson = newLesson(file, stepsOf(file, new Set([0, 2])), {
      title: 'Città e fiumi',
      language: 'it',
    });
    expect(readDraft(lesson).ok).toBe(true);
    expect(lesson).toMatchObject({
      id: 'citta-e-fiumi',
      title: { it: 'Città e fiumi' },
      languages: ['it', 'en'],
    });
  });

  test('goes to the end of a lesson that is there, and leaves the rest of it alone', () => {
    const lesson = {
      ...newLesson(file, [step('a'), step('c')], { title: 'T', language: 'en' }),
      tags: ['x'],
    };
    const more = withMore(lesson, [step('a'), step('b')]);
    expect(more.steps.map(({ id }) => id)).toEqual(['a', 'c', 'a-2', 'b']);
    expect({ ...more, steps: [] }).toEqual({ ...lesson, steps: [] });
  });

  test('brings its languages into the lesson that it goes to', () => {
    const italian = newLesson(file, [], { title: 'T', language: 'it' });
    const german = { ...step('b'), explanation: { de: 'Darum.' } };
    expect(withMore(italian, [step('a'), german]).languages).toEqual(['it', 'en', 'de']);
    const { languages: _, ...unsaid } = italian;
    expect(withMore(unsaid, [step('a')])).not.toHaveProperty('languages');
  });

  test('makes a lesson in its languages and in the one of the title', () => {
    const mixed = [step('a'), { ...step('b'), task: { de: 'Welche?' } }];
    const lesson = newLesson(file, mixed, { title: 'Misto', language: 'it' });
    expect(lesson.languages).toEqual(['it', 'en', 'de']);
    expect(readDraft(lesson).ok).toBe(true);
  });
});

describe('a lesson of another Trainoff', () => {
  const [lesson] = lessons.filter(({ short }) => short);
  if (!lesson) throw new Error('no built-in lesson has a short path');
  const { steps, ...said } = lesson;
  const file = read(steps.map(good), said);
  const called = { title: lesson.title.it ?? '', language: 'it' };

  test('comes in whole, without a difference', () => {
    expect(newLesson(file, stepsOf(file, new Set(goodOnes(file))), called)).toEqual(lesson);
  });

  test('keeps its only language, whatever the page speaks', () => {
    const said = { version: lesson.version, id: 'solo', title: { it: 'Solo' }, about: { it: '' } };
    const italian = {
      ...said,
      languages: ['it'],
      steps: [{ ...step('a'), title: { it: 'A' }, task: { it: 'B' } }],
    };
    const { steps: own, ...rest } = italian;
    const language = titleLanguage(rest, own, 'en');
    expect(language).toBe('it');
    expect(newLesson(read(own.map(good), rest), own, { title: 'Solo', language })).toEqual(italian);
    expect(newLesson(read(own.map(good), rest), own, { title: 'Altro', language }).title).toEqual({
      it: 'Altro',
    });
  });

  test('that has no title yet gets one in a language of its own', () => {
    const said = { version: lesson.version, id: 'x' };
    expect(titleLanguage({ ...said, languages: ['de', 'fr'] }, [], 'it')).toBe('de');
    expect(titleLanguage({ ...said, languages: ['de', 'it'] }, [], 'it')).toBe('it');
    expect(titleLanguage(said, [step('a')], 'it')).toBe('en');
    expect(titleLanguage(said, [], 'it')).toBe('it');
  });

  test('comes in part with the part of its short path that is there', () => {
    const some = steps.slice(0, 5);
    const ids = some.map(({ id }) => id);
    expect(newLesson(file, some, called).short).toEqual(lesson.short?.filter((id) => ids.includes(id)));
    const none = steps.filter(({ id }) => !lesson.short?.includes(id));
    expect(newLesson(file, none, called)).not.toHaveProperty('short');
  });
});

test('of several languages the one that is read comes first, if it is among them', () => {
  expect(nearest(['it', 'en'], 'en')).toBe('en');
  expect(nearest(['de', 'it'], 'en')).toBe('de');
  expect(nearest([], 'en')).toBeUndefined();
});

test('whatever a title is, its id is one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      expect(idFrom(title)).toMatch(/^[a-z0-9-]{1,40}$/);
    }),
  );
});

test('no two steps have the same id, and each is still one', () => {
  const id = fc.stringMatching(/^[a-z0-9-]{1,40}$/);
  const ids = fc.array(fc.oneof(id, fc.constantFrom('a', 'a-2', 'x'.repeat(40))), { maxLength: 30 });
  fc.assert(
    fc.property(ids, fc.uniqueArray(id), (given, taken) => {
      const made = withOwnIds(
        given.map((one) => step(one)),
        taken,
      ).map((one) => one.id);
      expect(new Set([...made, ...taken]).size).toBe(made.length + taken.length);
      for (const one of made) expect(one).toMatch(/^[a-z0-9-]{1,40}$/);
    }),
  );
});

describe('the language that a file is said to be in', () => {
  const given = { ...step('a'), config: { options: [{ id: 'en', text: { en: 'One' } }], right: ['en'] } };

  test('is the only one that its texts have', () => {
    expect(onlyLanguage([given])).toBe('en');
    expect(onlyLanguage([given, { ...given, task: { it: 'Quale?' } }])).toBeNull();
    expect(onlyLanguage([])).toBeNull();
  });

  test('changes texts, and nothing else', () => {
    expect(saidToBe(given, 'en', 'it')).toEqual({
      ...{ id: 'a', kind: 'choice', title: { it: 'a' }, task: { it: 'Which?' } },
      config: { options: [{ id: 'en', text: { it: 'One' } }], right: ['en'] },
    });
  });
});
