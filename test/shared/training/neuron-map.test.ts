import { describe, expect, test } from 'vitest';
import { derive } from '#shared/rng';
import { decisionMap } from '#shared/training/map';
import { trainer } from '#shared/training/trainer';
import { incomingOf, neuronMaps, neuronsOf } from '#shared/training/neuron-map';
import { activations } from '#shared/training/request';
import { visiblePoints } from '#shared/training/sets/splits';
import { SEED } from '../../support/session';

const SIDE = 8;
const CELLS = SIDE * SIDE;

function learnt(layers: readonly number[], activation: (typeof activations)[number]) {
  const train = visiblePoints('xor', 100, 0, derive(SEED, 'visible'));
  const network = trainer(
    { family: 'mlp', train, layers, activation, rate: 0.05, batch: 10, seeds: [SEED] },
    0,
  );
  network.tick(20);
  return network.weights;
}

const mapAt = (maps: Float32Array, at: number) => maps.subarray(at * CELLS, (at + 1) * CELLS);

describe('the maps of all neurons', () => {
  test.each([[[]], [[3]], [[3, 2]], [[8, 8, 8]]])(
    'come layer by layer, and the last is the decision map: %j',
    (layers) => {
      for (const activation of activations) {
        const weights = learnt(layers, activation);
        const maps = neuronMaps(weights, layers, activation, SIDE);
        const neurons = neuronsOf(layers);
        expect(maps).toHaveLength(neurons.length * CELLS);
        expect(mapAt(maps, neurons.length - 1)).toEqual(decisionMap(weights, layers, activation, SIDE));
        expect(neurons.at(-1)).toEqual({ layer: layers.length + 1, neuron: 0 });
        expect(maps.every((value) => value >= 0 && value <= 1)).toBe(true);
      }
    },
  );

  // 2-2-1: the first neuron says w x0, the second -x1; the output hears the first alone.
  const simple = [1, 0, 0, -1, 0, 0, 1, 0, 0];

  test('a first neuron cuts the plane where its weights say, a linear one up to its own largest value', () => {
    const maps = neuronMaps(simple, [2], 'linear', 4, 4);
    const row = [0, 1 / 3, 2 / 3, 1];
    expect([...maps.subarray(0, 16)].map((value) => Math.round(value * 3) / 3)).toEqual([
      ...row,
      ...row,
      ...row,
      ...row,
    ]);
    expect([maps[16], maps[28]]).toEqual([0, 1]);
  });

  test('1/2 is an output of 0: relu is never below it, tanh and linear are on both sides', () => {
    const least = (activation: (typeof activations)[number]) =>
      Math.min(...neuronMaps(simple, [2], activation, 4).subarray(0, 32));
    expect(least('relu')).toBe(0.5);
    expect(least('tanh')).toBeLessThan(0.01);
    expect(least('linear')).toBe(0);
  });

  test('without numbers they are undecided', () => {
    const broken = simple.map(() => NaN);
    for (const activation of activations) {
      expect(new Set(neuronMaps(broken, [2], activation, 4))).toEqual(new Set([0.5]));
      expect(new Set(neuronMaps([], [2], activation, 4))).toEqual(new Set([0.5]));
      const zero = neuronMaps(
        simple.map(() => 0),
        [2],
        activation,
        4,
      );
      expect(new Set(zero)).toEqual(new Set([0.5]));
    }
  });
});

describe('what goes into a neuron', () => {
  const weights = Array.from({ length: 17 }, (_, i) => i);

  test('is its row of W and its b', () => {
    // 2-3-2-1: W1 0..5, b1 6..8, W2 9..14, b2 15..16, then the output's.
    const network = [...weights, 17, 18, 19];
    expect(incomingOf(network, [3, 2], { layer: 1, neuron: 1 })).toEqual({ weights: [2, 3], bias: 7 });
    expect(incomingOf(network, [3, 2], { layer: 2, neuron: 1 })).toEqual({ weights: [12, 13, 14], bias: 16 });
    expect(incomingOf(network, [3, 2], { layer: 3, neuron: 0 })).toEqual({ weights: [17, 18], bias: 19 });
  });

  test('a neuron that is not there is refused', () => {
    for (const neuron of [
      { layer: 0, neuron: 0 },
      { layer: 3, neuron: 0 },
      { layer: 1, neuron: 4 },
      { layer: 1, neuron: -1 },
    ])
      expect(() => incomingOf(weights, [4], neuron)).toThrow(RangeError);
  });
});
