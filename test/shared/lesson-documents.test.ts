import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDraft, readLesson } from '#shared/lessons/check';
import type { Lesson } from '#shared/lessons/lesson';
import { LESSON_VERSION, upgradeLesson } from '#shared/lessons/upgrade';
import type { Problem } from '#shared/problems';
import { gate, lessonOf, several, single } from '../support/lesson';
import { lessons } from '../support/lessons';

const lesson = lessonOf(single(), gate());

/** The document as JSON, with something put at a path; `undefined` takes it away. */
function changed(path: readonly (string | number)[], value: unknown, document: unknown = lesson): unknown {
  const [key, ...inside] = path;
  if (key === undefined) return value;
  const copy = structuredClone(document) as Record<string | number, unknown>;
  const part = changed(inside, value, copy[key]);
  if (part === undefined) delete copy[key];
  else copy[key] = part;
  return copy;
}

const problemsOf = (document: unknown): readonly Problem[] => {
  const read = readLesson(document);
  return read.ok ? [] : read.error;
};

const draftProblemsOf = (document: unknown): readonly Problem[] => {
  const read = readDraft(document);
  return read.ok ? [] : read.error;
};

describe('a lesson document', () => {
  test.each(lessons.map((one) => ({ id: one.id, one })))(
    'can be $id, and comes back as it was',
    ({ one }) => {
      expect(readLesson(JSON.parse(JSON.stringify(one)))).toEqual({ ok: true, value: one });
    },
  );

  test('may be one of before there were versions, as the logs of 0.1 hold them', () => {
    const { version: _none, ...old } = lesson;
    expect(readLesson(old)).toEqual({ ok: true, value: lesson });
  });

  test('of today is upgraded to itself', () => {
    expect(upgradeLesson(lesson)).toEqual({ ok: true, value: lesson });
  });

  test('may say where its schema is, which is no part of the lesson', () => {
    expect(readLesson({ $schema: 'lesson.schema.json', ...lesson })).toEqual({ ok: true, value: lesson });
  });

  test.each([LESSON_VERSION + 1, -1, 0.5, '1', null])('of version %j is not understood', (version) => {
    expect(problemsOf({ ...lesson, version })).toEqual([{ path: [], code: 'version-unknown' }]);
  });

  test('may have no note, or a part of one', () => {
    for (const note of [undefined, {}, { ask: { fr: 'Pourquoi ?' } }])
      expect(problemsOf(changed(['steps', 0, 'note'], note))).toEqual([]);
  });

  test('may be written in other languages than the interface', () => {
    expect(problemsOf(changed(['title'], { fr: 'Une leçon' }))).toEqual([]);
  });
});

describe('what is wrong is told with its path and a code:', () => {
  const config = (...inside: (string | number)[]) => ['steps', 0, 'config', ...inside];

  test.each<[string, (string | number)[], unknown, Problem['code']]>([
    ['an id with a space', ['id'], 'my lesson', 'malformed'],
    ['no title', ['title'], undefined, 'missing'],
    ['an empty title', ['title', 'it'], '', 'empty'],
    ['a title in no language', ['title'], {}, 'empty'],
    ['a title that is a bare word', ['title'], 'Lesson', 'wrong-type'],
    ['a title that is too long', ['title', 'en'], 'a'.repeat(2_001), 'too-long'],
    ['a field that does not exist', ['titel'], { it: 'x' }, 'unknown-field'],
    ['no steps', ['steps'], [], 'too-few'],
    ['steps that are no list', ['steps'], {}, 'wrong-type'],
    ['too many steps', ['steps'], Array.from({ length: 101 }, (_, i) => single({ id: `s${i}` })), 'too-many'],
    ['an unknown kind', ['steps', 1, 'kind'], 'karaoke', 'not-one-of'],
    ['an unknown timing', ['steps', 1, 'timing'], 'luck', 'not-one-of'],
    ['too few seconds', ['steps', 1, 'seconds'], 1, 'too-small'],
    ['too many points', ['steps', 1, 'points'], 5_000, 'too-large'],
    ['half a point', ['steps', 1, 'points'], 0.5, 'not-whole'],
    ['an unknown part of a note', ['steps', 1, 'note', 'sing'], { it: 'la' }, 'unknown-field'],
    ['a configuration without options', config('options'), undefined, 'missing'],
    ['one option alone', config('options'), [{ id: 'c', text: { en: 'c' } }], 'too-few'],
    ['an option without a word', config('options', 2, 'text', 'it'), '', 'empty'],
  ])('%s', (_what, path, value, code) => {
    expect(problemsOf(changed(path, value))).toContainEqual({ path, code });
  });

  test.each<[string, Lesson['steps'][number], (string | number)[], unknown, Problem['code']]>([
    ['two options with one id', single(), ['options', 1, 'id'], 'a', 'same-id'],
    ['a right option named twice', several(), ['right'], ['a', 'a'], 'named-twice'],
    ['a right option that is not there', single(), ['right'], ['z'], 'not-there'],
    ['no wrong option', several(), ['right'], ['a', 'b', 'c', 'd'], 'none-wrong'],
    ['two right ones where one is picked', single(), ['right'], ['a', 'b'], 'several-right'],
  ])('%s', (_what, step, inside, value, code) => {
    const broken = changed(['steps', 0, 'config', ...inside], value, lessonOf(step));
    expect(problemsOf(broken)).toEqual([{ path: ['steps', 0, 'config', inside[0]], code }]);
  });

  test('of a choice without a right answer only that there is none', () => {
    const path = ['steps', 0, 'config', 'right'];
    expect(problemsOf(changed(path, [], lessonOf(single())))).toEqual([{ path, code: 'too-few' }]);
  });

  test('a configuration that its kind does not know', () => {
    expect(problemsOf(changed(['steps', 1, 'config'], { gate: 'maybe' }))).not.toEqual([]);
  });

  test('two steps with one id', () => {
    expect(problemsOf(lessonOf(single(), single()))).toEqual([{ path: ['steps', 1, 'id'], code: 'same-id' }]);
  });

  test('all of it at once, a hundred problems at the most', () => {
    const steps = Array.from({ length: 100 }, (_, i) => ({
      ...single({ id: `s${i}` }),
      task: {},
      theory: {},
    }));
    expect(problemsOf({ ...lesson, steps })).toHaveLength(100);
  });

  test.each([[null], [7], ['lesson'], [[]]])('%j is no lesson', (document) => {
    expect(problemsOf(document)).toEqual([{ path: [], code: 'not-an-object' }]);
  });
});

describe('a draft', () => {
  const step = { id: 'one', kind: 'choice' };

  test.each([
    ['a lesson that can be played', lesson],
    ['without a step', { id: 'new', steps: [] }],
    ['with a step of which only the kind is known', { id: 'new', steps: [step] }],
    ['with empty texts', { id: 'new', title: { it: '' }, about: {}, steps: [{ ...step, task: { en: '' } }] }],
    ['with half a configuration', { id: 'new', steps: [{ ...step, config: { options: [] } }] }],
  ])('may be %s', (_what, document) => {
    expect(draftProblemsOf(document)).toEqual([]);
  });

  test('cannot be played before it is finished, and is told what is missing', () => {
    expect(problemsOf({ id: 'new', steps: [step] })).toContainEqual({
      path: ['steps', 0, 'task'],
      code: 'missing',
    });
  });

  test.each<[string, unknown, Problem]>([
    [
      'a field of another name',
      { id: 'new', steps: [], colour: 1 },
      { path: ['colour'], code: 'unknown-field' },
    ],
    [
      'an unknown kind',
      { id: 'new', steps: [{ ...step, kind: 'x' }] },
      { path: ['steps', 0, 'kind'], code: 'not-one-of' },
    ],
    [
      'two steps of one id',
      { id: 'new', steps: [step, step] },
      { path: ['steps', 1, 'id'], code: 'same-id' },
    ],
  ])('is not kept with %s', (_what, document, problem) => {
    expect(draftProblemsOf(document)).toEqual([problem]);
  });
});

describe('however a document is made,', () => {
  test('nothing stays in it that the schema has not seen', () => {
    const title = JSON.parse('{"it":"uno","constructor":7,"prototype":8}') as unknown;
    expect(readLesson({ ...lesson, title })).toEqual({
      ok: true,
      value: { ...lesson, title: { it: 'uno' } },
    });
  });

  const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;

  test('one that is too deep is not looked at closely', () => {
    expect(problemsOf({ ...lesson, title: nested(1_000) })).toMatchObject([{ code: 'too-deep' }]);
    expect(draftProblemsOf({ ...lesson, steps: nested(100_000) })).toMatchObject([{ code: 'too-deep' }]);
  });

  test('a list that is too long is told once, not once for each of its parts', () => {
    const many = Array.from({ length: 400_000 }, () => 1);
    expect(problemsOf({ ...lesson, steps: many })).toEqual([{ path: ['steps'], code: 'too-many-parts' }]);
  });

  test('many lists together are too many parts as well, of a step or of all', () => {
    const lists = (count: number) =>
      Array.from({ length: count }, () => Array.from({ length: 900 }, () => 1));
    expect(problemsOf(changed(['steps', 1, 'config'], lists(5)))).toEqual([
      { path: ['steps', 1], code: 'too-many-parts' },
    ]);
    expect(problemsOf({ ...lesson, steps: lists(100) })).toEqual([{ path: [], code: 'too-many-parts' }]);
  });

  test('it is read or refused with problems, and nothing is thrown', () => {
    const parts = fc.oneof(fc.jsonValue(), fc.constantFrom(...lesson.steps, ...Object.values(lesson)));
    const document = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom('version', 'id', 'title', 'about', 'steps', 'x'), parts),
    );
    fc.assert(
      fc.property(document, (raw) => {
        for (const read of [readLesson(raw), readDraft(raw)])
          expect(read.ok || read.error.length > 0).toBe(true);
      }),
    );
  });
});
