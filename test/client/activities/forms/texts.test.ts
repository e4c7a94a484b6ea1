import { expect, test } from 'vitest';
import { missingIn, orNone, textsOf, withWords, wordsIn } from '../../../../client/activities/kit/edit/texts';
import {
  problemsAt,
  problemsBeside,
  problemsWithin,
} from '../../../../client/activities/kit/edit/problems-at';
import type { Problem } from '#shared/problems';

test('words are put into one language, and a language without words goes', () => {
  expect(withWords({ it: 'sì' }, 'en', 'yes')).toEqual({ it: 'sì', en: 'yes' });
  expect(withWords({ it: 'sì', en: 'yes' }, 'it', '')).toEqual({ en: 'yes' });
  expect(withWords('no text', 'it', 'sì')).toEqual({ it: 'sì' });
});

test('a language that the lesson does not have keeps its words', () => {
  expect(withWords({ de: 'ja' }, 'it', 'sì')).toEqual({ de: 'ja', it: 'sì' });
});

test('of something that is no text there are no words', () => {
  expect(textsOf({ it: 4, en: 'four' })).toEqual({ en: 'four' });
  expect(textsOf(['a'])).toEqual({});
  expect(orNone(textsOf(null))).toBeUndefined();
});

test('a row is called by its words in the first language that has any', () => {
  expect(wordsIn({ it: '', en: 'yes' }, ['it', 'en'])).toBe('yes');
  expect(wordsIn({ de: 'ja' }, ['it', 'en'])).toBe('ja');
  expect(wordsIn(undefined, ['it'])).toBe('');
});

test('a needed text lacks each language without words, another one only those beside written ones', () => {
  expect(missingIn({}, ['it', 'en'], true)).toEqual(['it', 'en']);
  expect(missingIn({}, ['it', 'en'], false)).toEqual([]);
  expect(missingIn({ en: 'yes' }, ['it', 'en'], false)).toEqual(['it']);
});

const problems: readonly Problem[] = [
  { path: [], code: 'none-wrong' },
  { path: ['options', 1, 'text'], code: 'empty' },
  { path: ['options'], code: 'same-id' },
  { path: ['more'], code: 'unknown-field' },
];
const codes = (some: readonly Problem[]) => some.map(({ code }) => code);

test('problems are told at the field that they are about, or beside the fields if none shows them', () => {
  expect(codes(problemsAt(problems, ['options']))).toEqual(['same-id']);
  expect(codes(problemsWithin(problems, ['options']))).toEqual(['empty', 'same-id']);
  expect(codes(problemsBeside(problems, [], ['options']))).toEqual(['none-wrong', 'unknown-field']);
});
