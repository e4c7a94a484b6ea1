import { expect, test } from 'vitest';
import { isObject, startFrom } from '../../../../client/activities/kit/start';
import { startOf as startOfNumber } from '../../../../client/activities/numeric/start';
import { startOf as startOfLine } from '../../../../client/activities/separating-line/start';
import { START } from '#shared/activities/separating-line/line';

const isShort = (value: unknown): value is string => typeof value === 'string' && value.length < 4;

test.each<[string, unknown, string | null, string]>([
  ['where they were', 'abc', 'xyz', 'abc'],
  ['at what was sent, if what was kept does not fit', 'abcdef', 'xyz', 'xyz'],
  ['at what was sent, if nothing was kept', null, 'xyz', 'xyz'],
  ['afresh, if there is neither', undefined, null, '-'],
])('a student starts %s', (_name, draft, submission, start) => {
  expect(startFrom({ draft, submission, untouched: '-' }, isShort)).toBe(start);
});

test.each([[null], ['x'], [{}], [{ value: '46' }], [{ value: Infinity }], [[46]]])(
  'a field of numbers is empty after a reload with %j in the phone’s memory',
  (draft) => {
    expect(startOfNumber(draft, null)).toBeNull();
    expect(startOfNumber(draft, { value: 3 })).toEqual({ value: 3 });
  },
);

test('a kept number stands in its field again', () => {
  expect(startOfNumber({ value: 46 }, { value: 3 })).toEqual({ value: 46 });
});

test('a kept line is drawn again, one with both ends in one place is not', () => {
  const kept = { ...START, swapped: !START.swapped };
  expect(startOfLine(kept, null, START)).toEqual(kept);
  expect(startOfLine({ ...START, to: START.from }, null, START)).toEqual(START);
});

test('only what has properties is an object', () => {
  expect([{}, [], null, undefined, 'x', 1].map(isObject)).toEqual([true, true, false, false, false, false]);
});
