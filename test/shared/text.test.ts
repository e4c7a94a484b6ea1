import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { inLanguage, readingTime, wordsFor } from '#shared/text';
import { draftTextSchema, textSchema } from '#shared/text-schema';

describe('a text', () => {
  test.each([
    [{ it: 'uno' }],
    [{ fr: 'un', de: 'eins' }],
    [{ 'pt-BR': 'um' }],
    [{ 'zh-Hant': '一' }],
    [{ en: 'one', it: 'uno', es: 'uno' }],
  ])('may be %j', (text) => {
    expect(v.safeParse(textSchema, text).success).toBe(true);
  });

  test.each([
    ['in no language', {}],
    ['without a word', { it: '' }],
    ['longer than a phone shows', { it: 'a'.repeat(2_001) }],
    ['in a language that has no such name', { Italian: 'uno' }],
    ['in what is no language', { constructor: 'uno' }],
    ['a number', { it: 7 }],
    ['a bare word', 'uno'],
  ])('is not %s', (_what, text) => {
    expect(v.safeParse(textSchema, text).success).toBe(false);
  });

  test('may be empty while it is being written', () => {
    for (const text of [{}, { it: '' }, { it: '', en: 'one' }])
      expect(v.safeParse(draftTextSchema, text).success).toBe(true);
  });
});

describe('a reader is given', () => {
  test.each([
    ['the language asked for', { it: 'uno', en: 'one' }, ['it'], 'it'],
    ['the first of several that is there', { en: 'one', fr: 'un' }, ['it', 'fr'], 'fr'],
    ['its base, where the country is not there', { pt: 'um', en: 'one' }, ['pt-BR'], 'pt'],
    ['a relative, where the base is not there', { en: 'one', 'pt-PT': 'um' }, ['pt-BR'], 'pt-PT'],
    ['a relative of the first before the second itself', { it: 'uno', 'pt-PT': 'um' }, ['pt', 'it'], 'pt-PT'],
    ['English, where none of them is there', { fr: 'un', en: 'one' }, ['it'], 'en'],
    ['the language written first, where there is no English', { fr: 'un', de: 'eins' }, ['it'], 'fr'],
    ['English, who asks for nothing', { it: 'uno', en: 'one' }, [], 'en'],
  ])('%s', (_what, text, wanted, language) => {
    expect(wordsFor(text, wanted).language).toBe(language);
    expect(inLanguage(text, wanted)).toBe((text as Record<string, string>)[language]);
  });

  test('nothing of what every object has', () => {
    expect(inLanguage({ it: 'uno' }, ['constructor'])).toBe('uno');
  });
});

describe('reading takes', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'la').join(' ');

  test('as long as in the longest language that is there, 150 words a minute', () => {
    expect(readingTime([{ it: words(10), en: words(5), fr: words(15) }])).toBe(6_000);
  });

  test('as long for all texts together as in the language in which they are longest', () => {
    expect(
      readingTime([
        { it: words(10), en: words(1) },
        { it: words(5), en: words(20) },
      ]),
    ).toBe(8_400);
  });

  test('the fallback for what is not written in that language', () => {
    expect(readingTime([{ it: words(10) }, { en: words(5) }])).toBe(6_000);
  });

  test('no time for nothing', () => {
    expect(readingTime([])).toBe(0);
  });
});
