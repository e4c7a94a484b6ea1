import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { rng } from '#shared/rng';
import { leastSquares } from '#shared/training/linear/closed';
import { generators } from '#shared/training/sets/generate';
import { turn } from '#shared/training/sets/turn';
import { column, type Neuron } from '#shared/training/together/features';
import { gainsInPlace, gainsOf, judged, squared } from '#shared/training/together/gains';
import { cells, packed, packedBits, unpacked, unpackedBits } from '#shared/training/together/map';
import { fitted, RIDGE } from '#shared/training/together/output';
import { reckon } from '#shared/training/together/reckon';

const random = rng('class', 'reckon');
const seen = generators.circle(300, 10, random);
const hidden = generators.circle(2_000, 10, random);

function neuron(): Neuron {
  const { sin, cos } = turn(random.unit());
  return { w: [cos, sin], b: 12 * random.unit() - 6 };
}
const neurons = Array.from({ length: 12 }, neuron);
const others = Array.from({ length: 5 }, neuron);

const errorOf = (of: readonly Neuron[]): number => squared(judged(fitted(of, seen), of, hidden).error);
const without = (j: number) => neurons.filter((_, i) => i !== j);

describe('a network whose hidden neurons are given', () => {
  test('has the output layer of the core: least squares with a ridge', () => {
    const table = {
      x: seen.y.flatMap((_, i) => neurons.map((one) => column(one, seen.x)[i] as number)),
      y: seen.y.map((y) => 2 * y - 1),
      inputs: neurons.length,
    };
    const [...reference] = leastSquares(table, RIDGE);
    const bias = reference.pop() as number;
    const [b, ...weights] = fitted(neurons, seen).v;
    expect(b).toBeCloseTo(bias, 5);
    weights.forEach((weight, i) => expect(weight).toBeCloseTo(reference[i] as number, 5));
  });

  test('gains from each neuron what it loses when the output is fitted without it', () => {
    const gains = gainsOf(judged(fitted(neurons, seen), neurons, hidden));
    gains.forEach((gain, j) => expect(gain).toBeCloseTo(errorOf(without(j)) - errorOf(neurons), 9));
  });

  test('knows what another one in the place of each would bring, without fitting any output again', () => {
    const output = fitted(neurons, seen);
    const on = judged(output, neurons, hidden);
    const gains = gainsInPlace(output, on, others, { seen, judging: hidden }, RIDGE);
    gains.forEach((row, j) =>
      row.forEach((gain, k) => {
        const replaced = errorOf([...without(j), others[k] as Neuron]);
        expect(gain).toBeCloseTo(errorOf(without(j)) - replaced, 9);
      }),
    );
  });

  test('of one neuron twice loses nothing without either', () => {
    const twice = [...neurons, neurons[0] as Neuron];
    const gains = gainsOf(judged(fitted(twice, seen), twice, hidden));
    expect(Math.abs(gains[0] as number)).toBeLessThan(0.002);
    expect(gains[12]).toBeCloseTo(gains[0] as number, 9);
  });

  test('decides otherwise without a neuron where its map says so', () => {
    const side = 20;
    const judging = { hidden, others, off: [1, 3] };
    const result = reckon({ seen, neurons, side, judging });
    if (!('half' in result)) throw new Error('not judged');
    const map = (of: readonly Neuron[]) => {
      const output = fitted(of, seen);
      return judged(output, of, { x: Array.from(cells(side)), y: [] }).said;
    };
    const [whole, less] = [map(neurons), map(without(4))];
    const changed = Array.from(whole, (one, i) => one >= 0 !== (less[i] as number) >= 0);
    expect(unpackedBits(result.parts[4]?.without ?? '').slice(0, side * side)).toEqual(changed);
    expect(result.half.neurons).toBe(10);
    expect(reckon({ seen, neurons, side, judging })).toEqual(result);
  });

  test('comes to the same bits wherever it is reckoned', () => {
    const result = reckon({ seen, neurons, side: 20, judging: { hidden, others, off: [1, 3] } });
    expect(createHash('sha256').update(JSON.stringify(result)).digest('hex').slice(0, 16)).toBe(
      'e8ed21e4762e8d79',
    );
  });

  test('of nobody says the same of every point', () => {
    const { whole, parts } = reckon({ seen, neurons: [], side: 4 });
    expect(parts).toEqual([]);
    expect(new Set(whole.map).size).toBe(1);
    expect(whole.error).toBeGreaterThan(0.9);
  });
});

test('a map travels as letters, and comes back within a step of them', () => {
  const said = [-2, -1, -0.5, 0, 0.25, 1, 3];
  const back = unpacked(packed(said));
  said.forEach((one, i) =>
    expect(Math.abs((back[i] as number) - (Math.max(-1, Math.min(1, one)) + 1) / 2)).toBeLessThan(
      1 / 126 + 1e-6,
    ),
  );
  const bits = [true, false, false, true, true, false, true];
  expect(unpackedBits(packedBits(bits)).slice(0, 7)).toEqual(bits);
});
