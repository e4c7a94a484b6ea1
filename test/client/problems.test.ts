import { afterEach, describe, expect, test } from 'vitest';
import { problemCodes } from '#shared/problems';
import { locales } from '#shared/text';
import { problemSentence } from '../../client/i18n/problems';
import { overwriteGetLocale } from '../../client/i18n/generated/runtime.js';

afterEach(() => overwriteGetLocale(() => 'it'));

describe('what is wrong with a lesson is a sentence', () => {
  test.each(problemCodes.flatMap((code) => locales.map((locale) => [code, locale] as const)))(
    '%s, in the language %s',
    (code, locale) => {
      overwriteGetLocale(() => locale);
      expect(problemSentence({ path: [], code })).toMatch(/^\p{Ll}.*\.$/u);
    },
  );

  test.each([
    [[], 'this is missing.'],
    [['title', 'it'], 'title › it: this is missing.'],
    [['steps', 2], 'Step 3: this is missing.'],
    [['steps', 2, 'config', 'options', 0, 'text'], 'Step 3, config › options › 1 › text: this is missing.'],
  ])('that says where: %j', (path, sentence) => {
    overwriteGetLocale(() => 'en');
    expect(problemSentence({ path, code: 'missing' })).toBe(sentence);
  });
});
