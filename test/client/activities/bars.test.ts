import fc from 'fast-check';
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
  told: null,
};
const summary = { answers: 9, values: [{ 46: 3, 36: 4, 12: 2 }] };
const told = (bars: ReturnType<typeof barsOf>) =>
  bars.map(({ value, count, right, why }) => [value, count, right, why?.en ?? null]);

test('before the reveal values stand in their order, and none is right or wrong', () => {
  expect(told(barsOf(summary, null, 7))).toEqual([
    [12, 2, null, null],
    [36, 4, null, null],
    [46, 3, null, null],
  ]);
});

test('at the reveal no row changes its place, and mistakes have names even if nobody made them', () => {
  expect(told(barsOf(summary, reveal, 7))).toEqual([
    [12, 2, false, null],
    [13, 0, false, 'counted neurons'],
    [36, 4, false, 'forgot the biases'],
    [46, 3, true, null],
  ]);
});

test('what does not fit is counted in one row at the end', () => {
  const values = [Object.fromEntries(Array.from({ length: 20 }, (_, i) => [i, 1]))];
  const bars = barsOf({ answers: 20, values }, null, 7);
  expect(bars).toHaveLength(7);
  expect(bars.at(-1)).toMatchObject({ key: 'rest', count: 14, others: 14, value: null });
});

test('the commonest values have rows before the rarer ones', () => {
  const bars = barsOf({ answers: 12, values: [{ 1: 1, 5: 6, 9: 1, 12: 4 }] }, null, 3);
  expect(told(bars)).toEqual([
    [5, 6, null, null],
    [12, 4, null, null],
    [null, 2, null, null],
  ]);
  expect(bars.at(-1)?.others).toBe(2);
});

test('nobody is hidden: the rows hold every answer, and the right one has a row even if nobody gave it', () => {
  const values = fc.dictionary(
    fc.integer({ min: -30, max: 30 }).map(String),
    fc.integer({ min: 1, max: 9 }),
    {
      maxKeys: 30,
    },
  );
  fc.assert(
    fc.property(values, fc.boolean(), fc.integer({ min: 3, max: 9 }), (counts, revealed, most) => {
      const answers = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const bars = barsOf({ answers, values: [counts] }, revealed ? reveal : null, most);
      expect(bars.length).toBeLessThanOrEqual(most);
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(answers);
      if (revealed) expect(bars.some(({ right, value }) => right && value === 46)).toBe(true);
    }),
  );
});

test('with numbers of their own students are counted by what they did', () => {
  const variant = (answer: number, value: number) => ({
    given: text('x'),
    answer,
    mistakes: [{ value, why: text('forgot b') }],
  });
  const two: Reveal = { variants: [variant(2, 3), variant(4, 3)], tolerance: 0, told: null };
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
  expect(bars.at(-1)?.others).toBe(2);
});
