import { describe, expect, test } from 'vitest';
import type { LessonCard } from '#shared/lessons/api';
import {
  folded,
  found,
  inOrder,
  languagesOf,
  lasts,
  tagsOf,
  type Sought,
} from '../../../client/pages/teach/shelf/finding';

const step = (title: string, seconds: number | null = 60) =>
  ({ kind: 'choice', title: { it: title }, seconds, star: false }) as const;

const card = (id: string, more: Partial<LessonCard> = {}): LessonCard => ({
  ...{ id, title: { it: id }, about: { it: '' }, steps: [], own: null, tags: [], playedAt: null },
  ...more,
});

const own = (savedAt: string) => ({ number: 1, savedAt, ready: true });

const shelf = [
  card('percettrone', { title: { it: 'Perché gli strati', en: 'Why layers' }, steps: [step('Lo XOR')] }),
  card('mia', {
    about: { it: 'Velocità e accelerazione' },
    own: own('2026-11-20T10:00:00Z'),
    tags: ['fisica'],
  }),
  card('altra', { own: own('2026-11-21T10:00:00Z'), tags: ['fisica', 'terza'] }),
];

const ids = (sought: Partial<Sought>) =>
  found(shelf, { text: '', whose: 'all', tags: [], ...sought }).map(({ id }) => id);

describe('a lesson is found', () => {
  test.each([
    ['by its title, without accents and capitals', 'PERCHE', ['percettrone']],
    ['by its title in another language', 'layers', ['percettrone']],
    ['by what it says about itself', 'velocita', ['mia']],
    ['by the title of one of its steps', 'xor', ['percettrone']],
    ['by a tag', 'terza', ['altra']],
    ['by words that stand in different places', 'strati xor', ['percettrone']],
    ['by nothing in particular', '  ', ['percettrone', 'mia', 'altra']],
  ])('%s', (_how, text, expected) => {
    expect(ids({ text })).toEqual(expected);
  });

  test('only if it has every word', () => {
    expect(ids({ text: 'strati fisica' })).toEqual([]);
  });

  test('among one’s own, or among those of the product', () => {
    expect(ids({ whose: 'own' })).toEqual(['mia', 'altra']);
    expect(ids({ whose: 'built-in' })).toEqual(['percettrone']);
  });

  test('if it has all the tags that are asked for', () => {
    expect(ids({ tags: ['fisica'] })).toEqual(['mia', 'altra']);
    expect(ids({ tags: ['fisica', 'terza'] })).toEqual(['altra']);
  });
});

test('letters are compared without what stands above and below them', () => {
  expect(folded('Ça è Über Łódź')).toBe('ca e uber łodz');
});

test('what was in hand last comes first, the rest as it was offered', () => {
  const offered = [
    card('a'),
    card('played', { playedAt: '2026-11-22T08:00:00Z' }),
    card('b'),
    card('saved', { own: own('2026-11-23T08:00:00Z'), playedAt: '2026-11-01T08:00:00Z' }),
  ];
  expect(inOrder(offered).map(({ id }) => id)).toEqual(['saved', 'played', 'a', 'b']);
});

test('the commonest tags come first', () => {
  expect(tagsOf(shelf)).toEqual(['fisica', 'terza']);
});

test('a lesson lasts its countdowns, a minute around each, and two minutes for what has none', () => {
  expect(lasts({ steps: [step('a', 60), step('b', 30), step('c', null)] })).toBe(6);
});

test('the languages of a lesson are those of its title and of its steps', () => {
  const lesson = card('x', { title: { en: 'X' }, steps: [step('a'), step('b')] });
  expect(languagesOf(lesson)).toEqual(['en', 'it']);
});
