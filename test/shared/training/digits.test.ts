import { describe, expect, test } from 'vitest';
import { derive } from '#shared/rng';
import { networkOf } from '#shared/training/families';
import type { Design, Recipe } from '#shared/training/request';
import { digitRace, digits, picturesOf } from '#shared/training/sets/digits';
import { trainByKernel } from '../../support/kernel';
import { SEED } from '../../support/session';

const secret = derive(SEED, 'secret');
const race = digitRace(secret);

describe('digits', () => {
  test('1,797 pictures of 64 pixels with 0 to 16 of ink, all ten digits, as in the source', () => {
    expect(digits).toHaveLength(1_797);
    const counts = Array.from({ length: 10 }, (_, y) => digits.filter((digit) => digit.y === y).length);
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    const ink = digits.flatMap(({ pixels }) => pixels);
    expect(ink).toHaveLength(64 * 1_797);
    expect([Math.min(...new Set(ink)), Math.max(...new Set(ink))]).toEqual([0, 16]);
    expect(ink.reduce((sum, value) => sum + value, 0)).toBe(561_718);
    expect(digits[0]?.pixels.slice(0, 16)).toEqual([0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0]);
    expect(digits.slice(0, 5).map(({ y }) => y)).toEqual([0, 1, 2, 3, 4]);
  });

  test('are learnt from as shares of full ink', () => {
    const { x } = picturesOf(digits.slice(0, 1));
    expect(x.slice(2, 6)).toEqual([5 / 16, 13 / 16, 9 / 16, 1 / 16]);
  });

  test('1,000 are seen, 297 stand behind the public figures and 500 behind the points', () => {
    expect([race.train, race.open, race.hidden].map(({ y }) => y.length)).toEqual([1_000, 297, 500]);
    const all = (parts: readonly { readonly y: readonly number[] }[]) => parts.flatMap(({ y }) => y).sort();
    expect(all([race.train, race.open, race.hidden])).toEqual(all([picturesOf(digits)]));
    for (const { y } of [race.train, race.open, race.hidden]) expect(new Set(y).size).toBe(10);
  });

  test('which ones, the secret says', () => {
    expect(digitRace(secret)).toEqual(race);
    expect(digitRace(SEED).hidden).not.toEqual(race.hidden);
  });
});

const output = { curve: 'softmax', classes: 10 } as const;
type Configuration = Design & Pick<Recipe, 'rate' | 'optimiser'> & { readonly epochs: number };

const configurations: readonly (readonly [string, number, Configuration])[] = [
  [
    '16 hidden neurons',
    1_210,
    { family: 'mlp', layers: [16], activation: 'tanh', output, rate: 0.1, epochs: 20 },
  ],
  [
    'one convolution of 8 kernels',
    810,
    {
      family: 'cnn',
      convolutions: [{ kernels: 8, pool: 'max', window: 2 }],
      layers: [],
      activation: 'relu',
      output,
      rate: 0.01,
      optimiser: 'adam',
      epochs: 15,
    },
  ],
];

describe('a network that a student could choose reads digits', () => {
  test.each(configurations)(
    '%s, %i parameters: 95 % of the private ones',
    (_name, parameters, configuration) => {
      expect(networkOf(configuration, 64).parameterCount).toBe(parameters);
      const seeds = Array.from({ length: 4 }, (_, i) => derive(SEED, `run ${i}`));
      const result = trainByKernel({ ...configuration, ...race, batch: 10, seeds });
      expect(result.hidden).toBeGreaterThanOrEqual(0.95);
      expect(result.diverged).toBe(0);
    },
  );
});
