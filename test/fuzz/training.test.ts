import { describe, expect, test } from 'vitest';
import { rng } from '#shared/rng';
import { checked } from '#shared/training/check';
import { train } from '#shared/training/train';
import { kernelHere } from '../support/kernel';
import { configuration } from './configurations';
import { outcomeOf, type Outcome } from './outcome';

const { core } = kernelHere();

describe('a configuration, whatever it is', () => {
  test('trains, diverges politely, or is refused with a code', async () => {
    const random = rng('fuzz', 'short');
    const counts = new Map<Outcome, number>();
    for (let i = 0; i < 600; i++) {
      const outcome = await outcomeOf(configuration(random), (request) => train(request, core));
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
    for (const outcome of ['trained', 'diverged', 'out-of-range'] as const) {
      expect(counts.get(outcome), outcome).toBeGreaterThan(20);
    }
  });

  test('ends the same in the lanes and by the reference', () => {
    const random = rng('fuzz', 'both');
    let trained = 0;
    for (let i = 0; i < 120; i++) {
      const asked = checked(configuration(random));
      if (!asked.ok) continue;
      expect(train(asked.value, core)).toEqual(train(asked.value));
      trained += 1;
    }
    expect(trained).toBeGreaterThan(40);
  });

  test('that asks for too much work is refused as such', () => {
    const part = { x: [1, 2], y: [0] };
    const request = {
      ...{ family: 'linear', train: part, open: part, hidden: part, rate: 0.1, batch: 1, seeds: ['a'] },
      output: { curve: 'sigmoid' },
    };
    expect(checked({ ...request, epochs: 100_000 })).toMatchObject({ ok: true });
    const many = { x: Array.from({ length: 2_000 }, () => 1), y: Array.from({ length: 1_000 }, () => 0) };
    expect(checked({ ...request, train: many, epochs: 100_000 })).toEqual({
      ok: false,
      error: 'over-energy',
    });
  });

  test('that asks for too much memory, or for numbers beyond 32 bits, is refused', () => {
    const part = (n: number, inputs: number) => ({
      x: Array.from({ length: n * inputs }, () => 0),
      y: Array.from({ length: n }, () => 0),
    });
    const asks = (changes: object, inputs: number) =>
      checked({
        ...{
          family: 'transformer',
          vocabulary: [4],
          width: 8,
          heads: 1,
          blocks: 1,
          neurons: 8,
          causal: false,
        },
        ...{ output: { curve: 'linear' }, rate: 0.1, batch: 10, epochs: 0, seeds: ['a'] },
        ...{ train: part(3, inputs), open: part(1, inputs), hidden: part(1, inputs) },
        ...changes,
      }).ok;
    expect(asks({}, 32)).toBe(true);
    expect(asks({}, 33)).toBe(false);
    expect(asks({ width: 64, neurons: 64, blocks: 2, batch: 1_000, train: part(1_000, 32) }, 32)).toBe(false);
    expect(asks({ batch: 1_001 }, 32)).toBe(false);
    expect(asks({ hidden: { x: Array.from({ length: 32 }, () => 0), y: [1e300] } }, 32)).toBe(false);
    expect(asks({ hidden: { x: Array.from({ length: 32 }, () => 0), y: [1e30] } }, 32)).toBe(true);
    for (const penalty of ['l1', 'l2', 'rate']) {
      expect(asks({ [penalty]: 1e300 }, 32)).toBe(false);
      expect(asks({ [penalty]: 3e38 }, 32)).toBe(true);
    }
  });

  test('with tokens or answers that name nothing is refused: they would be read from elsewhere', () => {
    const part = (x: readonly number[], y: readonly number[]) => ({ x, y });
    const asks = (x: readonly number[], y: readonly number[]) =>
      checked({
        ...{
          family: 'transformer',
          vocabulary: [4],
          width: 2,
          heads: 1,
          blocks: 1,
          neurons: 2,
          causal: false,
        },
        ...{ output: { curve: 'softmax', classes: 3 }, rate: 0.1, batch: 1, epochs: 1, seeds: ['a'] },
        ...{ train: part(x, y), open: part([0], [0]), hidden: part([0], [0]) },
      }).ok;
    expect(asks([3], [2])).toBe(true);
    for (const token of [4, -1, 0.5, 1e9]) expect(asks([token], [2])).toBe(false);
    for (const answer of [3, -1, 0.5]) expect(asks([3], [answer])).toBe(false);
  });
});
