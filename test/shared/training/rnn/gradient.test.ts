import { describe, expect, test } from 'vitest';
import { derive, rng } from '#shared/rng';
import type { RnnDesign } from '#shared/training/rnn/design';
import type { Recipe } from '#shared/training/request';
import { runOf, addSampleGradient } from '#shared/training/run';
import type { Samples } from '#shared/training/samples';
import { trainer } from '#shared/training/trainer';
import { SEED } from '../../../support/session';
import { differences } from '../differences';
import { descended, expectClose, meanCost } from '../plain';
import { plainRnn } from './plain';

const designs: RnnDesign[] = [
  { family: 'rnn', neurons: 1, perStep: 1, output: { curve: 'linear' } },
  { family: 'rnn', neurons: 3, perStep: 4, output: { curve: 'softmax', classes: 3 } },
  { family: 'rnn', neurons: 5, perStep: 2, output: { curve: 'linear' } },
  { family: 'rnn', neurons: 8, perStep: 1, output: { curve: 'softmax', classes: 10 } },
];

/** Samples of 12 numbers, which every design reads in steps of its own. */
function samplesFor({ output }: RnnDesign, count: number): Samples {
  const random = rng(SEED, 'numbers');
  const number = () => Math.fround(2 * random.unit() - 1);
  const answer = () => (output.curve === 'softmax' ? random.below(output.classes) : number());
  return { x: Array.from({ length: 12 * count }, number), y: Array.from({ length: count }, answer) };
}

function recipeOf(design: RnnDesign, train: Samples): Recipe {
  return { ...design, train, rate: 0.1, batch: train.y.length, seeds: [derive(SEED, 'run')] };
}

/** Weights larger than the first ones, and biases other than 0: a wrong one would not show there. */
function shifted(weights: Float32Array): void {
  weights.forEach((w, i) => (weights[i] = 1.5 * w + 0.1 * ((i % 7) - 3)));
}

describe('an Elman cell', () => {
  test.each(designs)(
    'of $neurons neurons, $perStep numbers a step: its gradient is that of central differences in 64 bits',
    (design) => {
      const train = samplesFor(design, 4);
      const run = runOf(recipeOf(design, train), SEED);
      shifted(run.weights);
      train.y.forEach((_, sample) => addSampleGradient(run, sample));
      const right = differences(run.weights, meanCost(plainRnn(design), design.output, train));
      expectClose(
        run.gradient.map((g) => g / train.y.length),
        right,
        2e-6,
      );
    },
  );

  test.each(designs)('of $neurons neurons ends where a second implementation in 64 bits ends', (design) => {
    const train = samplesFor(design, 4);
    const run = trainer(recipeOf(design, train), 0);
    const right = descended(
      [...run.weights],
      meanCost(plainRnn(design), design.output, train),
      Math.fround(0.1),
      10,
    );
    run.tick(10);
    expectClose(run.weights, right, 2e-6);
  });

  test('neurons x (numbers of a step + neurons + 1) parameters, and the layer that reads the last h', () => {
    const design: RnnDesign = { family: 'rnn', neurons: 5, perStep: 2, output: { curve: 'linear' } };
    expect(trainer(recipeOf(design, samplesFor(design, 1)), 0).weights).toHaveLength(5 * 8 + 6);
  });

  test('refuses samples that are no whole number of steps', () => {
    const design: RnnDesign = { family: 'rnn', neurons: 2, perStep: 5, output: { curve: 'linear' } };
    expect(() => runOf(recipeOf(design, samplesFor(design, 1)), SEED)).toThrow(RangeError);
  });
});
