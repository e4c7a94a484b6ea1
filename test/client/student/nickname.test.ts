import { locales } from '#shared/text';
import { describe, expect, test } from 'vitest';
import { anotherNickname, nickname } from '../../../client/pages/student/nickname';
import { words } from '../../../client/pages/student/nickname-words';
import { parseName } from '../../../server/live/names';

describe.each(locales)('names on offer in %s', (locale) => {
  const { nouns, adjectives } = words[locale];
  const all = nouns.flatMap((noun) =>
    adjectives.map((adjective) => (locale === 'it' ? `${noun} ${adjective}` : `${adjective} ${noun}`)),
  );

  test('are enough that a class of thirty hardly meets twice', () => {
    expect(new Set(all).size).toBeGreaterThan(700);
  });

  test('are all names that the server takes', () => {
    expect(all.filter((name) => !parseName(name).ok)).toEqual([]);
  });

  test('come from chance alone', () => {
    const ends = [nickname(locale, () => 0), nickname(locale, (bound) => bound - 1)];
    expect(ends).toEqual([all[0], all.at(-1)]);
  });

  test('are never offered twice in a row', () => {
    const draws = [0, 0, 1, 1];
    const last = all[0] ?? '';
    expect(anotherNickname(locale, () => draws.shift() ?? 0, last)).not.toBe(last);
  });
});
