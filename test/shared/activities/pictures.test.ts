import { expect, test } from 'vitest';
import { layers, parametersOf } from '#shared/activities/pictures/network';
import type { Told } from '#shared/activities/pictures/told';
import { choice } from '#shared/activities/choice/index';
import { numeric } from '#shared/activities/numeric/index';
import { CLOUDS, COMMON, type Point } from '#shared/training/sets/anscombe';
import * as v from 'valibot';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function fitted(cloud: readonly Point[]) {
  const [mx, my] = [mean(cloud.map(([x]) => x)), mean(cloud.map(([, y]) => y))];
  const sum = (of: (dx: number, dy: number) => number) =>
    cloud.reduce((all, [x, y]) => all + of(x - mx, y - my), 0);
  const [xx, xy, yy] = [sum((dx) => dx * dx), sum((dx, dy) => dx * dy), sum((_, dy) => dy * dy)];
  return { mx, my, w: xy / xx, b: my - (xy / xx) * mx, r2: (xy * xy) / (xx * yy) };
}

test.each(CLOUDS.map((cloud, i) => [i + 1, cloud] as const))(
  'cloud %i of Anscombe has eleven points, means 9 and 7.50, the line y = 3 + 0.5x and R² 0.67',
  (_, cloud) => {
    expect(cloud).toHaveLength(11);
    const { mx, my, w, b, r2 } = fitted(cloud);
    expect(mx).toBe(9);
    expect(my).toBeCloseTo(7.5, 2);
    expect(w).toBeCloseTo(COMMON.w, 2);
    expect(Math.abs(b - COMMON.b)).toBeLessThan(0.005);
    expect(r2).toBeCloseTo(0.67, 2);
  },
);

test('a network 3-4-4-2 has 12 + 4, 16 + 4 and 8 + 2 parameters', () => {
  const parameters = parametersOf([3, 4, 4, 2]);
  expect(parameters.map(({ weights, biases }) => [weights, biases])).toEqual([
    [12, 4],
    [16, 4],
    [8, 2],
  ]);
});

test('a network of ten layers that compute can be drawn, of eleven not', () => {
  expect(
    v.is(
      layers,
      Array.from({ length: 11 }, () => 4),
    ),
  ).toBe(true);
  expect(
    v.is(
      layers,
      Array.from({ length: 12 }, () => 4),
    ),
  ).toBe(false);
});

const secret = '';
const words = (text: string) => ({ it: text, en: text });
const told: Told = { draws: 'network', layers: [3, 4, 4, 2], tells: 'matrix' };

test('what a choice draws at the reveal is in no view before it', () => {
  const options = ['a', 'b'].map((id) => ({ id, text: words(id) }));
  const config = { options, right: ['a'], several: false, shuffle: true, told };
  expect(JSON.stringify(choice.view(config, null))).not.toContain('matrix');
  expect(choice.reveal(config, { secret }).told).toEqual(told);
});

test('nor is what a numeric draws', () => {
  const variant = { given: null, picture: null, answer: 8, mistakes: [] };
  const config = { variants: [variant], unit: null, tolerance: 0, partial: false, told };
  expect(JSON.stringify(numeric.view(config, null))).not.toContain('matrix');
  expect(numeric.reveal(config, { secret }).told).toEqual(told);
});

test('a neuron within a network has as many inputs as that has', () => {
  const neuron = { draws: 'neuron', w: [1, 2], x: [1, 2], b: 0, sigma: true } as const;
  const config = (within: number[]) => ({
    ...{ unit: null, tolerance: 0, partial: false },
    variants: [{ given: null, picture: { ...neuron, within }, answer: 5, mistakes: [] }],
  });
  expect(v.is(numeric.config, config([2, 3, 1]))).toBe(true);
  expect(v.is(numeric.config, config([3, 3, 1]))).toBe(false);
});
