import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { rng } from '#shared/rng';
import { activate, activationCode, type ActivationCode } from '#shared/training/activation';
import { fits } from '#shared/training/cnn/shape';
import { reference, type Ensemble } from '#shared/training/ensemble';
import { GOLDEN, goldenOf } from '#shared/training/lanes/golden';
import { mapBy } from '#shared/training/lanes/map';
import { LANES, Memory, VECTOR } from '#shared/training/lanes/memory';
import { Program } from '#shared/training/lanes/program';
import { openKernel } from '#shared/training/lanes/open';
import { decisionMap } from '#shared/training/map';
import type { Recipe } from '#shared/training/request';
import { activations, initialisers } from '#shared/training/request';
import { optimisers } from '#shared/training/optimiser';
import { visiblePoints } from '#shared/training/sets/splits';
import { train } from '#shared/training/train';
import { kernelHere } from '../support/kernel';
import { fingerprint } from './core-fingerprints';

const { core: kernel } = kernelHere();

/** Everything of a run whose bits have to agree; of one that diverged, when it did. */
const bitsOf = ({ lanes }: Ensemble) =>
  lanes.map(({ epoch, loss, diverged, weights }) =>
    diverged
      ? { epoch, diverged }
      : { epoch, loss: fingerprint(Float32Array.of(loss)), weights: fingerprint(weights) },
  );

function bothAfter(recipe: Recipe, epochs: number) {
  const [slow, fast] = [reference(recipe), kernel(recipe)];
  const before = [bitsOf(slow), bitsOf(fast)];
  slow.tick(epochs);
  fast.tick(epochs);
  const after = [bitsOf(slow), bitsOf(fast)];
  fast.close();
  return { reference: [before[0], after[0]], kernel: [before[1], after[1]] };
}

const samples = (inputs: number, answers: number) =>
  fc.integer({ min: 1, max: 40 }).chain((n) =>
    fc.record({
      x: fc.array(fc.float({ noNaN: true, min: -8, max: 8 }), {
        minLength: n * inputs,
        maxLength: n * inputs,
      }),
      y: fc.array(fc.integer({ min: 0, max: answers - 1 }), { minLength: n, maxLength: n }),
    }),
  );

const outputs = fc.constantFrom(
  { curve: 'sigmoid' },
  { curve: 'sigmoid', loss: 'squared' },
  { curve: 'tanh' },
  { curve: 'linear' },
  { curve: 'softmax', classes: 2 },
  { curve: 'softmax', classes: 5 },
) as fc.Arbitrary<NonNullable<Extract<Recipe, { family: 'mlp' }>['output']>>;

const seeds = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 });
/** From steps among the subnormals to ones that diverge at once. */
const rates = fc.constantFrom(1e-40, 1e-38, 1e-6, 0.01, 0.1, 1, 30, 1e4, 1e30);
const penalty = fc.constantFrom(0, 0, 1e-39, 1e-3, 0.1);

const learning = fc.record({
  rate: rates,
  batch: fc.integer({ min: 1, max: 45 }),
  optimiser: fc.constantFrom(...optimisers),
  l1: penalty,
  l2: penalty,
  initialiser: fc.constantFrom(...initialisers),
  seeds,
});

const mlps: fc.Arbitrary<Recipe> = fc.integer({ min: 1, max: 9 }).chain((inputs) =>
  fc
    .tuple(
      learning,
      samples(inputs, 2),
      fc.array(fc.integer({ min: 1, max: 16 }), { maxLength: 6 }),
      fc.constantFrom(...activations),
      outputs,
    )
    .map(([how, data, layers, activation, output]): Recipe => ({
      family: 'mlp',
      ...how,
      train: data,
      layers,
      activation,
      output,
    })),
);

const convolutions = fc
  .array(
    fc.record({
      kernels: fc.integer({ min: 1, max: 6 }),
      pool: fc.constantFrom<('max' | 'mean')[]>('max', 'mean'),
      window: fc.constantFrom<(1 | 2 | 'all')[]>(1, 2, 'all'),
    }),
    { minLength: 1, maxLength: 2 },
  )
  .filter(fits);

const cnns: fc.Arbitrary<Recipe> = fc
  .tuple(
    learning,
    samples(64, 2),
    convolutions,
    fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 2 }),
    fc.constantFrom(...activations),
    outputs,
  )
  .map(([how, data, stages, layers, activation, output]): Recipe => ({
    family: 'cnn',
    ...how,
    train: data,
    convolutions: stages,
    layers,
    activation,
    output,
  }));

const rnns: fc.Arbitrary<Recipe> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 7 }))
  .chain(([perStep, steps]) =>
    fc
      .tuple(learning, samples(perStep * steps, 2), fc.integer({ min: 1, max: 9 }), outputs)
      .map(([how, data, neurons, output]): Recipe => ({
        family: 'rnn',
        ...how,
        train: data,
        perStep,
        neurons,
        output,
      })),
  );

const transformers: fc.Arbitrary<Recipe> = fc
  .tuple(
    fc.record({
      positions: fc.integer({ min: 1, max: 5 }),
      heads: fc.constantFrom<(1 | 2 | 3 | 4)[]>(1, 2, 3, 4),
      size: fc.integer({ min: 1, max: 4 }),
      blocks: fc.constantFrom<(1 | 2)[]>(1, 2),
      neurons: fc.integer({ min: 1, max: 9 }),
      causal: fc.boolean(),
    }),
    fc.integer({ min: 1, max: 20 }),
  )
  .chain(([{ positions, heads, size, ...design }, n]) =>
    fc
      .tuple(
        learning,
        fc.array(fc.integer({ min: 0, max: 2 }), {
          minLength: 2 * n * positions,
          maxLength: 2 * n * positions,
        }),
        fc.array(fc.integer({ min: 0, max: 1 }), { minLength: n, maxLength: n }),
        outputs,
      )
      .map(([how, x, y, output]): Recipe => ({
        family: 'transformer',
        ...how,
        ...design,
        train: { x, y },
        vocabulary: [4, 3],
        width: heads * size,
        heads,
        output,
      })),
  );

const bits = (floats: Float32Array) => [...new Uint32Array(floats.buffer, floats.byteOffset, floats.length)];

/** An activation of some numbers, a multiple of four, as the kernel computes it. */
function byKernel(code: ActivationCode, numbers: Float32Array): Float32Array {
  const exports = kernelHere().kernel.take();
  const memory = new Memory(exports);
  const vectors = numbers.length / LANES;
  const at = memory.vectors(vectors);
  memory.setNumbers(at, numbers);
  const program = new Program().add('activation', 1, code, vectors, at, vectors * VECTOR);
  const stored = memory.store(program.ints);
  exports.execute(stored.at, stored.end, 1);
  return memory.floats.slice(at / 4, at / 4 + numbers.length);
}

describe('the lanes of the kernel', () => {
  test.each([
    ['dense', mlps, 120],
    ['convolutional', cnns, 40],
    ['recurrent', rnns, 60],
    ['attending', transformers, 40],
  ] as const)(
    'give the bits of the reference, whatever %s network learns whatever',
    (_name, recipes, runs) => {
      fc.assert(
        fc.property(recipes, fc.integer({ min: 0, max: 12 }), (recipe, epochs) => {
          const both = bothAfter(recipe, epochs);
          expect(both.kernel).toEqual(both.reference);
        }),
        { numRuns: runs },
      );
    },
  );

  test.each(activations)(
    'have its %s of any number, zeros of both signs and subnormals among them',
    (name) => {
      const random = rng('lanes', 'numbers');
      const anyBits = new Float32Array(Uint32Array.from({ length: 8_000 }, () => random.uint32()).buffer);
      const everyday = Float32Array.from({ length: 8_000 }, () => 20 * (random.unit() - 0.5));
      const special = [0, -0, 1e-45, -1e-45, 0.3, -0.3, 9.1, -9.1, Infinity, -Infinity];
      const some = [...special, ...everyday, ...anyBits.filter((x) => !Number.isNaN(x))];
      const numbers = Float32Array.from(some.slice(0, 12_000));
      const code = activationCode(name);
      expect(bits(byKernel(code, numbers))).toEqual(bits(numbers.map((z) => activate(code, z))));
    },
  );

  test('give the very result of the reference, to the judges too', () => {
    const request = {
      family: 'mlp',
      train: visiblePoints('circle', 200, 20, 'seen'),
      open: visiblePoints('circle', 150, 20, 'open'),
      hidden: visiblePoints('circle', 333, 20, 'hidden'),
      layers: [5, 3],
      activation: 'tanh',
      rate: 0.1,
      batch: 10,
      epochs: 90,
      seeds: ['a', 'b', 'c', 'd', 'e'],
    } as const;
    expect(train(request, kernel)).toEqual(train(request));
    const wild = { ...request, activation: 'linear', layers: [8, 8, 8], rate: 1 } as const;
    const result = train(wild, kernel);
    expect(result).toEqual(train(wild));
    expect(result.diverged).toBeGreaterThan(0);
  });

  test('draw the same map', () => {
    const run = reference({
      ...{
        family: 'mlp',
        train: visiblePoints('circle', 100, 0, 'seen'),
        layers: [8, 5],
        activation: 'tanh',
      },
      ...{ rate: 0.1, batch: 10, seeds: ['a'] },
    });
    run.tick(20);
    const weights = run.lanes[0]?.weights ?? [];
    const draw = mapBy(kernelHere().kernel);
    for (const n of [1, 7, 40]) {
      expect(draw(weights, [8, 5], 'tanh', n, 5)).toEqual(decisionMap(weights, [8, 5], 'tanh', n, 5));
    }
    expect(draw([], [8, 5], 'tanh', 3)).toEqual(decisionMap([], [8, 5], 'tanh', 3));
  });

  test('are taken only if they give the golden bits, which are those of the reference', () => {
    expect(goldenOf(reference)).toBe(GOLDEN);
    expect(goldenOf(kernel)).toBe(GOLDEN);
    expect(
      openKernel(() => {
        throw new Error('no SIMD here');
      }),
    ).toBeNull();
  });
});
