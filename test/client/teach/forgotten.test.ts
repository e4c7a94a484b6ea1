import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { locales } from '#shared/text';
import * as m from '../../../client/i18n/generated/messages.js';
import { overwriteGetLocale } from '../../../client/i18n/generated/runtime.js';

afterEach(() => overwriteGetLocale(() => 'it'));

const COMMAND = 'npm run teacher -- --reset';

test.each(locales)(
  'the welcome names, in the language %s, the README’s way out of a forgotten password',
  (locale) => {
    overwriteGetLocale(() => locale);
    expect(m.desk_welcome_text()).toContain(COMMAND);
    expect(readFileSync('README.md', 'utf8')).toContain(COMMAND);
  },
);
