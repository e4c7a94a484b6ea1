import { afterEach, expect, test } from 'vitest';
import { locales } from '#shared/text';
import { overwriteGetLocale } from '../../../client/i18n/generated/runtime.js';
import { LANGUAGES, languageName, others } from '../../../client/i18n/languages';

afterEach(() => overwriteGetLocale(() => 'it'));

test('a language is called as the reader calls it', () => {
  overwriteGetLocale(() => 'it');
  expect(languageName('de')).toBe('tedesco');
  overwriteGetLocale(() => 'en');
  expect(languageName('de')).toBe('German');
});

test.each(['x', 'not a tag', 'en_', ''])('the odd tag %j is its own name', (tag) => {
  expect(languageName(tag)).toBe(tag);
});

test('beside the languages of the page all others are offered, each once', () => {
  expect(new Set([...locales, ...others])).toEqual(new Set(LANGUAGES));
  expect(others.length + locales.length).toBe(LANGUAGES.length);
});
