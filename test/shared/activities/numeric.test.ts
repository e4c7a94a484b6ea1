import * as v from 'valibot';
import { expect, test } from 'vitest';
import { numeric, type Config } from '#shared/activities/numeric/index';
import { grade } from '#shared/activities/numeric/grade';
import { addToSummary, variantOf } from '#shared/activities/numeric/view';
import { derive } from '#shared/rng';
import { SEED } from '../../support/session';

const text = (words: string) => ({ it: words, en: words });
const seats = Array.from({ length: 60 }, (_, i) => derive(SEED, `seat ${i}`));
const config: Config = {
  variants: [
    { given: text('2 + 3'), answer: 5, mistakes: [{ value: 6, why: text('times') }] },
    { given: text('4 + 3'), answer: 7, mistakes: [{ value: 12, why: text('times') }] },
  ],
  unit: null,
  tolerance: 0,
  partial: true,
};

const scoreOf = (over: Partial<Config>, value: number) =>
  grade({ ...config, variants: config.variants.slice(0, 1), ...over }, { value }, { seat: SEED }).score;

test('each student is graded by the numbers that they see', () => {
  const given = seats.map((seat) => numeric.view(config, seat).given?.en);
  expect(new Set(given)).toEqual(new Set(['2 + 3', '4 + 3']));
  for (const seat of seats) {
    const { answer, given: own } = variantOf(config, seat);
    expect(numeric.view(config, seat).given).toEqual(own);
    expect(grade(config, { value: answer }, { seat }).right).toBe(true);
  }
});

test('the projector shows no numbers where everybody has their own', () => {
  expect(numeric.view(config, null).given).toBeNull();
  expect(numeric.view({ ...config, variants: config.variants.slice(0, 1) }, null).given?.en).toBe('2 + 3');
});

test('partial credit falls from one tolerance to five', () => {
  const scores = [5, 5.1, 5.2, 5.3, 5.4, 5.5, 6].map((value) => scoreOf({ tolerance: 0.1 }, value));
  [1, 1, 0.75, 0.5, 0.25, 0, 0].forEach((score, i) => expect(scores[i]).toBeCloseTo(score, 6));
});

test('a tolerance of 0 gives all or nothing, and divides by nothing', () => {
  expect([5, 5.0001, 1e15].map((value) => scoreOf({ tolerance: 0 }, value))).toEqual([1, 0, 0]);
});

test('a decimal at the very edge of the tolerance is right', () => {
  const variants = [{ given: null, answer: 0.3, mistakes: [] }];
  expect(scoreOf({ variants, tolerance: 0.1 }, 0.4)).toBe(1);
});

test('a mistake that would be right cannot be named', () => {
  const variants = [{ given: null, answer: 5, mistakes: [{ value: 5.5, why: text('near') }] }];
  expect(v.safeParse(numeric.config, { ...config, variants, tolerance: 1 }).success).toBe(false);
});

test('the class picture before the reveal holds values alone', () => {
  const seeds = { seat: SEED, secret: SEED };
  const summary = addToSummary(config, numeric.emptySummary(config), { value: 6 }, seeds);
  expect(JSON.stringify(summary)).not.toContain('times');
  expect(summary.answers).toBe(1);
});
