import { describe, expect, test } from 'vitest';
import { derive, rng } from '#shared/rng';
import type { Recipe } from '#shared/training/request';
import { runOf, addSampleGradient } from '#shared/training/run';
import type { Samples } from '#shared/training/samples';
import { trainer } from '#shared/training/trainer';
import type { TransformerDesign } from '#shared/training/transformer/design';
import { SEED } from '../../../support/session';
import { differences } from '../differences';
import { descended, expectClose, meanCost } from '../plain';
import { plainTransformer } from './plain';

const POSITIONS = 4;

/** Of every number, relative to 1 + its size. The norms divide by small deviations: an rnn keeps within a fifth of it. */
const TOLERANCE = 1e-5;

function designOf(changes: Partial<TransformerDesign> = {}): TransformerDesign {
  return {
    family: 'transformer',
    vocabulary: [3, 4],
    width: 4,
    heads: 1,
    blocks: 1,
    neurons: 3,
    causal: false,
    output: { curve: 'softmax', classes: 3 },
    ...changes,
  };
}

const designs: TransformerDesign[] = ([1, 2] as const).flatMap((blocks) =>
  [false, true].flatMap((causal) => [
    designOf({ blocks, causal }),
    designOf({ blocks, causal, heads: 2, output: { curve: 'linear' } }),
    designOf({ blocks, causal, heads: 3, width: 6 }),
    designOf({ blocks, causal, heads: 4 }),
  ]),
);

function samplesFor({ vocabulary, output }: TransformerDesign, count: number): Samples {
  const random = rng(SEED, 'tokens');
  const token = () => vocabulary.map((values) => random.below(values));
  const answer = () => (output.curve === 'softmax' ? random.below(output.classes) : random.unit());
  return {
    x: Array.from({ length: POSITIONS * count }, token).flat(),
    y: Array.from({ length: count }, () => Math.fround(answer())),
  };
}

function recipeOf(design: TransformerDesign, train: Samples): Recipe {
  return { ...design, train, rate: 0.1, batch: train.y.length, seeds: [derive(SEED, 'run')] };
}

/** Weights larger than the first ones, and neither biases of 0 nor gains of 1: a wrong one would not show there. */
function shifted(weights: Float32Array): void {
  weights.forEach((w, i) => (weights[i] = 1.5 * w + 0.1 * ((i % 7) - 3)));
}

const NAME = '$blocks blocks of $heads heads, causal: $causal';

describe('a transformer', () => {
  test.each(designs)(`of ${NAME}: its gradient is that of central differences in 64 bits`, (design) => {
    const train = samplesFor(design, 3);
    const run = runOf(recipeOf(design, train), SEED);
    shifted(run.weights);
    train.y.forEach((_, sample) => addSampleGradient(run, sample));
    const right = differences(
      [...run.weights],
      meanCost(plainTransformer(design, POSITIONS), design.output, train),
    );
    expectClose(
      run.gradient.map((g) => g / train.y.length),
      right,
      TOLERANCE,
    );
  });

  test.each([0, 5, 10, 15].map((i) => designs[i] as TransformerDesign))(
    `of ${NAME} ends where a second implementation in 64 bits ends`,
    (design) => {
      const train = samplesFor(design, 3);
      const run = trainer(recipeOf(design, train), 0);
      const cost = meanCost(plainTransformer(design, POSITIONS), design.output, train);
      const right = descended([...run.weights], cost, Math.fround(0.1), 3);
      run.tick(3);
      expectClose(run.weights, right, 1e-6);
    },
  );

  test('of one block is the same network causal or not: the last position sees all', () => {
    const ends = [false, true].map((causal) => {
      const design = designOf({ causal });
      const run = trainer(recipeOf(design, samplesFor(design, 6)), 0);
      run.tick(5);
      return [...run.weights];
    });
    expect(ends[0]).toEqual(ends[1]);
  });

  test('of two blocks is another one if causal', () => {
    const ends = [false, true].map((causal) => {
      const design = designOf({ causal, blocks: 2 });
      const run = trainer(recipeOf(design, samplesFor(design, 6)), 0);
      run.tick(5);
      return [...run.weights];
    });
    expect(ends[0]).not.toEqual(ends[1]);
  });

  test('begins with gains of 1 and biases of 0', () => {
    const { network, weights } = runOf(recipeOf(designOf(), samplesFor(designOf(), 1)), SEED);
    const begin = { gains: 1, biases: 0 };
    const others = network.groups.flatMap(({ kind, first, count }) =>
      kind === 'weights' ? [] : [...weights.subarray(first, first + count)].map((w) => w === begin[kind]),
    );
    expect(others).toHaveLength(3 * 8 + 4 * 4 + 3 + 4 + 3);
    expect(others.every(Boolean)).toBe(true);
  });

  test('has its groups side by side over all parameters', () => {
    for (const design of designs) {
      const { network } = runOf(recipeOf(design, samplesFor(design, 1)), SEED);
      const end = network.groups.reduce((at, { first, count }) => (first === at ? at + count : NaN), 0);
      expect(end).toBe(network.parameterCount);
    }
  });

  test('refuses samples of no whole number of tokens, and a width that heads cannot share', () => {
    const odd = { x: [0, 1, 2], y: [0] };
    expect(() => runOf(recipeOf(designOf(), odd), SEED)).toThrow(RangeError);
    const design = designOf({ heads: 3 });
    expect(() => runOf(recipeOf(design, samplesFor(design, 1)), SEED)).toThrow(RangeError);
  });
});
