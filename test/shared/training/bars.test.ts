import { describe, expect, test } from 'vitest';
import { derive, rng } from '#shared/rng';
import { networkOf } from '#shared/training/families';
import type { Design, Recipe } from '#shared/training/request';
import { median } from '#shared/training/score';
import { ANYWHERE, bars, DIRECTIONS, INSIDE, type Bars } from '#shared/training/sets/bars';
import { kernelHere } from '../../support/kernel';
import { SEED } from '../../support/session';

const drawn = (kind: Bars, n = 400) => {
  const { x, y } = bars(n, rng(SEED, 'bars'), kind);
  return y.map((answer, i) => ({ answer, pixels: x.slice(64 * i, 64 * i + 64) }));
};

/** The lit places of a picture, from left to right, those of one column from top to bottom. */
const lit = (pixels: readonly number[]) =>
  pixels
    .flatMap((pixel, at) => (pixel === 1 ? [{ row: Math.floor(at / 8), column: at % 8 }] : []))
    .sort((a, b) => a.column - b.column || a.row - b.row);

describe('bars in four directions', () => {
  test.each([
    ['anywhere', ANYWHERE],
    ['inside', { ...INSIDE, flipped: 0 }],
  ])('%s: one unbroken bar of the length and in the direction that its class says', (_name, kind) => {
    for (const { answer, pixels } of drawn(kind)) {
      const places = lit(pixels);
      const { row, column } = DIRECTIONS[answer] as (typeof DIRECTIONS)[number];
      expect(places.length).toBeGreaterThanOrEqual(kind.shortest);
      expect(places.length).toBeLessThanOrEqual(kind.longest);
      places.forEach((place, i) => {
        const first = places[0] as (typeof places)[0];
        expect(place).toEqual({ row: first.row + i * row, column: first.column + i * column });
        for (const at of [place.row, place.column]) {
          expect(at).toBeGreaterThanOrEqual(kind.margin);
          expect(at).toBeLessThan(8 - kind.margin);
        }
      });
    }
  });

  test('every length and every place occurs, and all classes are equally many', () => {
    const pictures = drawn(ANYWHERE, 2_000);
    expect(new Set(pictures.map(({ pixels }) => lit(pixels).length))).toEqual(new Set([3, 4]));
    for (const [answer, { row }] of DIRECTIONS.entries()) {
      const own = pictures.filter((picture) => picture.answer === answer);
      expect(own).toHaveLength(500);
      const places = own.flatMap(({ pixels }) => pixels.flatMap((pixel, at) => (pixel === 1 ? [at] : [])));
      // No rising or falling bar of three pixels touches the three of each of its two far corners.
      expect(new Set(places).size).toBe(answer > 1 && row !== 0 ? 58 : 64);
    }
  });

  test('2 % of the pixels are flipped, the border too', () => {
    const outside = drawn(INSIDE, 2_000).flatMap(({ pixels }) =>
      pixels.filter((_, at) => at < 8 || at >= 56 || at % 8 === 0 || at % 8 === 7),
    );
    const flipped = outside.filter((pixel) => pixel === 1).length / outside.length;
    expect(flipped).toBeGreaterThan(0.017);
    expect(flipped).toBeLessThan(0.023);
  });
});

const output = { curve: 'softmax', classes: 4 } as const;
const linear: Design = { family: 'linear', output };
const mlp: Design = { family: 'mlp', layers: [32], activation: 'relu', output };
const cnn: Design = {
  family: 'cnn',
  convolutions: [{ kernels: 4, pool: 'max', window: 'all' }],
  layers: [],
  activation: 'relu',
  output,
};

type Way = Pick<Recipe, 'rate' | 'optimiser'>;
const descent: Way = { rate: 0.1 };
const adam: Way = { rate: 0.03, optimiser: 'adam' };

/** With the bits of the reference, sooner. */
const { core } = kernelHere();

/** The median accuracy on 1,000 other pictures of 6 runs that learnt from 200 for 60 epochs, each from its own. */
function reached(design: Design, way: Way): number {
  const runs = Array.from({ length: 6 }, (_, i) => {
    const seed = derive(SEED, `bars ${i}`);
    const recipe: Recipe = {
      ...design,
      ...way,
      train: bars(200, rng(seed, 'train')),
      batch: 10,
      seeds: [seed],
    };
    const { lanes, tick, close } = core(recipe);
    tick(60);
    const accuracy = lanes[0]?.judge(bars(1_000, rng(seed, 'hidden'))) ?? NaN;
    close();
    return accuracy;
  });
  return median(runs);
}

describe('who learns bars from 200 pictures', () => {
  test('a linear network hardly half, the MLP of 2,212 parameters five of six, one convolution of 60 all', () => {
    expect([linear, mlp, cnn].map((design) => networkOf(design, 64).parameterCount)).toEqual([
      260, 2_212, 60,
    ]);
    expect(Math.abs(reached(linear, descent) - 0.47)).toBeLessThan(0.05);
    expect(Math.abs(reached(mlp, descent) - 0.84)).toBeLessThan(0.05);
    expect(reached(cnn, adam)).toBeGreaterThanOrEqual(0.995);
  });
});
