import { expect, test } from 'vitest';
import type { View } from '#shared/activities/choice/index';
import { startOf, toggled } from '../../../client/activities/choice/picking';

const view = (several: boolean): View => ({
  several,
  picture: null,
  tells: false,
  options: ['a', 'b', 'c'].map((id) => ({ id, letter: id.toUpperCase(), text: { it: id, en: id } })),
});

test('with one answer a tap takes the place of the last one', () => {
  expect(toggled(view(false), ['a'], 'b')).toEqual(['b']);
  expect(toggled(view(false), ['b'], 'b')).toEqual(['b']);
});

test('with several answers a tap adds or takes away', () => {
  expect(toggled(view(true), ['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(view(true), ['a', 'b'], 'a')).toEqual(['b']);
});

test('a kept draft is picked again, without options that are gone', () => {
  expect(startOf(view(true), { picked: ['c', 'z'] })).toEqual(['c']);
  expect(startOf(view(false), { picked: ['c', 'a'] })).toEqual(['a']);
  expect(startOf(view(false), null)).toEqual([]);
});
