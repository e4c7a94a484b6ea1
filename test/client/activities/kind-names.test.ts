import { afterEach, expect, test } from 'vitest';
import { activityKinds } from '#shared/activities/registry';
import { kindNames } from '#shared/session/kind-names';
import { locales } from '#shared/text';
import { editOf } from '../../../client/activities/edits';
import { overwriteGetLocale } from '../../../client/i18n/generated/runtime.js';

afterEach(() => overwriteGetLocale(() => 'it'));

test.each(locales)('a downloaded table calls each kind as the editor does, in the language %s', (locale) => {
  overwriteGetLocale(() => locale);
  const [inTables, inEditor] = [
    activityKinds.map((kind) => kindNames[kind][locale]),
    activityKinds.map((kind) => editOf(kind).name()),
  ];
  expect(inTables).toEqual(inEditor);
});
