import { describe, expect, test } from 'vitest';
import { derive } from '#shared/rng';
import type { Design, Samples } from '#shared/training/request';
import {
  DIGITS,
  oneHot,
  privateLookups,
  TOKEN_NUMBERS,
  TOKEN_VOCABULARY,
  visibleLookups,
} from '#shared/training/sets/tokens';
import { train } from '#shared/training/train';
import type { TransformerDesign } from '#shared/training/transformer/design';
import { trainByKernel } from '../../../support/kernel';
import { SEED } from '../../../support/session';

const output = { curve: 'softmax', classes: DIGITS } as const;
const visible = visibleLookups(500, derive(SEED, 'visible'));
const hidden = privateLookups(derive(SEED, 'secret'));

function transformer(changes: Partial<TransformerDesign> = {}): TransformerDesign {
  return {
    family: 'transformer',
    vocabulary: TOKEN_VOCABULARY,
    width: 8,
    heads: 1,
    blocks: 1,
    neurons: 8,
    causal: false,
    output,
    ...changes,
  };
}

/** The accuracy on private samples, the median of four runs. */
function accuracyOf(design: Design, epochs: number, taken = (samples: Samples) => samples): number {
  return trainByKernel({
    ...design,
    train: taken(visible),
    open: taken(hidden.open),
    hidden: taken(hidden.hidden),
    rate: 0.01,
    optimiser: 'adam',
    batch: 10,
    epochs,
    seeds: Array.from({ length: 4 }, (_, i) => derive(SEED, `run ${i}`)),
  }).hidden;
}

describe('letters and digits, from 500 samples', () => {
  test('one head and a width of 8 find the digit of the letter', () => {
    expect(accuracyOf(transformer(), 15)).toBeGreaterThanOrEqual(0.99);
  });

  test('a width of 4 has no room for eight letters and ten digits', () => {
    expect(accuracyOf(transformer({ width: 4 }), 15)).toBeLessThan(0.7);
  });

  test('an rnn of 16 neurons, which must keep all six pairs in mind, hardly beats guessing', () => {
    const design: Design = { family: 'rnn', neurons: 16, perStep: TOKEN_NUMBERS, output };
    expect(accuracyOf(design, 15, oneHot)).toBeLessThan(0.4);
  });
});

test('a transformer at a rate beyond all reason gives finite numbers or says that it diverged', () => {
  const few = visibleLookups(50, SEED);
  const request = { ...transformer(), train: few, open: few, hidden: few, batch: 10, epochs: 5 };
  for (const rate of [1e3, 1e20, 1e300]) {
    const result = train({ ...request, rate, seeds: [SEED] });
    expect([...result.weights, ...result.losses.flat(), result.hidden].every(Number.isFinite)).toBe(true);
    expect(result.weights.length === 0).toBe(result.diverged === 1);
  }
  expect(train({ ...request, rate: 1e300, seeds: [SEED] }).diverged).toBe(1);
});
