import { afterEach, describe, expect, test } from 'vitest';
import { encodings, faults, formats, losses, refusals } from '#shared/exchange/report';
import { locales } from '#shared/text';
import { overwriteGetLocale } from '../../../client/i18n/generated/runtime.js';
import { typeWords } from '../../../client/pages/teach/exchange/type-words';
import {
  encodingWords,
  faultWords,
  formatWords,
  lossWords,
  placeWords,
  refusalWords,
} from '../../../client/pages/teach/exchange/words';

afterEach(() => overwriteGetLocale(() => 'it'));

const inEach = <Code extends string>(codes: readonly Code[]) =>
  codes.flatMap((code) => locales.map((locale) => [code, locale] as const));

describe('what is said of a file of questions', () => {
  test.each(inEach(refusals))('refused with %s, in the language %s, is a sentence', (code, locale) => {
    overwriteGetLocale(() => locale);
    expect(refusalWords[code]()).toMatch(/^\p{Lu}.+\.$/u);
  });

  test.each(inEach(faults))('the fault %s, in the language %s, is a sentence', (code, locale) => {
    overwriteGetLocale(() => locale);
    expect(faultWords[code]()).toMatch(/^\p{Lu}.+\.$/u);
  });

  test.each(inEach(losses))('what is lost with %s, in the language %s, is named', (code, locale) => {
    overwriteGetLocale(() => locale);
    expect(lossWords({ code })).toMatch(/^\p{Ll}.*[^.]$/u);
    expect(lossWords({ code, what: 'a.png' })).toBe(`${lossWords({ code })} (\u2068a.png\u2069)`);
  });

  test.each(inEach(formats))('the format %s has a name in the language %s', (code, locale) => {
    overwriteGetLocale(() => locale);
    expect(formatWords[code]()).toMatch(/\p{L}{3}/u);
  });

  test.each(inEach(encodings))('the encoding %s has one in the language %s', (code, locale) => {
    overwriteGetLocale(() => locale);
    expect(encodingWords[code]()).toMatch(/UTF|Windows/);
  });
});

test.each([
  [{ unit: 'line', number: 12 }, 'line 12'],
  [{ unit: 'row', number: 3 }, 'row 3 of the table'],
  [{ unit: 'item', number: 1, file: 'a/b.xml' }, 'number 1 of \u2068a/b.xml\u2069'],
] as const)('%j is said as %j', (place, words) => {
  overwriteGetLocale(() => 'en');
  expect(placeWords(place)).toBe(words);
});

test.each([
  ['it', 'multichoice', 'scelta multipla (\u2068multichoice\u2069)'],
  ['en', 'truefalse', 'true or false (\u2068truefalse\u2069)'],
  ['it', 'choiceInteraction', 'scelta multipla (\u2068choiceInteraction\u2069)'],
  ['it', 'ddwtos', 'ddwtos'],
  ['it', 'constructor', 'constructor'],
  ['it', '', ''],
] as const)('in the language %s the type %j is said as %j', (locale, type, words) => {
  overwriteGetLocale(() => locale);
  expect(typeWords(type)).toBe(words);
});
