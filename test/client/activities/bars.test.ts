import { expect, test } from 'vitest';
import type { Reveal } from '#shared/activities/numeric/index';
import { barsOf } from '../../../client/activities/numeric/bars';

const text = (words: string) => ({ it: words, en: words });
const reveal: Reveal = {
  variants: [
    {
      given: null,
      answer: 46,
      mistakes: [
        { value: 36, why: text('forgot the biases') },
        { value: 13, why: text('counted neurons') },
      ],
    },
  ],
  tolerance: 0,
};
const summary = { answers: 9, values: [{ 46: 3, 36: 4, 12: 2 }] };
const told = (bars: ReturnType<typeof barsOf>) =>
  bars.map(({ value, count, right, why }) => [value, count, right, why?.en ?? null]);

test('before the reveal the commonest value comes first, and none is right or wrong', () => {
  expect(told(barsOf(summary, null, 7))).toEqual([
    [36, 4, null, null],
    [46, 3, null, null],
    [12, 2, null, null],
  ]);
});

test('at the reveal the answer comes first, and mistakes have names even if nobody made them', () => {
  expect(told(barsOf(summary, reveal, 7))).toEqual([
    [46, 3, true, null],
    [36, 4, false, 'forgot the biases'],
    [12, 2, false, null],
    [13, 0, false, 'counted neurons'],
  ]);
});

test('what does not fit is one bar at the end, and nobody is lost', () => {
  const values = [Object.fromEntries(Array.from({ length: 20 }, (_, i) => [i, 1]))];
  const bars = barsOf({ answers: 20, values }, null, 7);
  expect(bars).toHaveLength(7);
  expect(bars.at(-1)).toMatchObject({ key: 'rest', count: 14 });
});

test('with numbers of their own students are counted by what they did', () => {
  const variant = (answer: number, value: number) => ({
    given: text('x'),
    answer,
    mistakes: [{ value, why: text('forgot b') }],
  });
  const two: Reveal = { variants: [variant(2, 3), variant(4, 3)], tolerance: 0 };
  const bars = barsOf(
    {
      answers: 10,
      values: [
        { 2: 1, 3: 2, 4: 1 },
        { 4: 3, 3: 1, 2: 2 },
      ],
    },
    two,
    7,
  );
  expect(told(bars)).toEqual([
    [null, 4, true, null],
    [null, 3, false, 'forgot b'],
    [null, 3, false, null],
  ]);
});
