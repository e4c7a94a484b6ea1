import * as v from 'valibot';
import { expect, test } from 'vitest';
import { numeric, type Config } from '#shared/activities/numeric/index';
import { grade } from '#shared/activities/numeric/grade';
import { addToSummary, variantOf } from '#shared/activities/numeric/view';
import { derive } from '#shared/rng';
import { SEED } from '../../support/session';

const text = (words: string) => ({ it: words, en: words });
const seats = Array.from({ length: 60 }, (_, i) => derive(SEED, `seat ${i}`));
const neuron = (x: number) => ({ draws: 'neuron' as const, w: [1, 1], x: [x, 3], b: 0, sigma: false });
const times = (value: number) => [{ value, why: text('times') }];
const config: Config = {
  variants: [
    { given: text('2 + 3'), picture: neuron(2), answer: 5, mistakes: times(6) },
    { given: text('4 + 3'), picture: neuron(4), answer: 7, mistakes: times(12) },
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
  const variants = [{ given: null, picture: null, answer: 0.3, mistakes: [] }];
  expect(scoreOf({ variants, tolerance: 0.1 }, 0.4)).toBe(1);
});

test('a mistake that would be right cannot be named', () => {
  const mistakes = [{ value: 5.5, why: text('near') }];
  const variants = [{ given: null, picture: null, answer: 5, mistakes }];
  expect(v.safeParse(numeric.config, { ...config, variants, tolerance: 1 }).success).toBe(false);
});

test('the class picture before the reveal holds values alone', () => {
  const seeds = { seat: SEED, secret: SEED };
  const summary = addToSummary(config, numeric.emptySummary(config), { value: 6 }, seeds);
  expect(JSON.stringify(summary)).not.toContain('times');
  expect(summary.answers).toBe(1);
});

test('a student sees a neuron with their own numbers, the projector one with letters', () => {
  for (const seat of seats) {
    const { drawing, variant } = numeric.view(config, seat);
    expect(drawing).toMatchObject({ draws: 'neuron', numbers: { x: [variant === 0 ? 2 : 4, 3] } });
  }
  expect(numeric.view(config, null).drawing).toEqual({
    ...{ draws: 'neuron', inputs: 2, sigma: false, within: null },
    numbers: null,
  });
});

test('the projector draws nothing where the students have different pictures', () => {
  const [one, two] = config.variants;
  if (!one || !two) throw new Error('two variants');
  const network = { ...two, picture: { draws: 'network' as const, layers: [3, 4, 2] } };
  expect(numeric.view({ ...config, variants: [one, network] }, null).drawing).toBeNull();
});

test('a neuron without a weight for each of its inputs is refused', () => {
  const variants = config.variants.map((variant) => ({ ...variant, picture: { ...neuron(2), w: [1] } }));
  expect(v.safeParse(numeric.config, { ...config, variants }).success).toBe(false);
});

test('whatever calls itself a first version is read or refused, and never throws', () => {
  for (const raw of [null, 'x', {}, [], { variants: 'x' }, { variants: [null, 3] }])
    expect(numeric.bind(raw, 1).ok).toBe(false);
});

test('where everybody has another drawing of one kind the projector draws the first, as an example', () => {
  const [one, two] = [4, 5].map((size, i) => ({
    ...{ given: text(`3-${size}-2`), picture: { draws: 'network' as const, layers: [3, size, 2] } },
    ...{ answer: i, mistakes: [] },
  }));
  if (!one || !two) throw new Error('two variants');
  const { drawing, given } = numeric.view({ ...config, variants: [one, two] }, null);
  expect([drawing, given]).toEqual([one.picture, one.given]);
});
