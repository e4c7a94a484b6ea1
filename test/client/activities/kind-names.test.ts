import { afterEach, expect, test } from 'vitest';
import { activities } from '#shared/activities/registry';
import { locales } from '#shared/text';
import { editOf } from '../../../client/activities/edits';
import { overwriteGetLocale } from '../../../client/i18n/generated/runtime.js';

afterEach(() => overwriteGetLocale(() => 'it'));

test.each(locales)('a downloaded table calls each kind as the editor does, in the language %s', (locale) => {
  overwriteGetLocale(() => locale);
  const [inTables, inEditor] = [
    activities.map(({ name }) => name[locale]),
    activities.map(({ kind }) => editOf(kind).name()),
  ];
  expect(inTables).toEqual(inEditor);
});
