import { describe, expect, test } from 'vitest';
import { derive } from '#shared/rng';
import { CORE } from '#shared/training/core';
import { decisionMap } from '#shared/training/map';
import { energyOf, parametersOf } from '#shared/training/mlp/shape';
import { trainer } from '#shared/training/trainer';
import type { TrainingRequest } from '#shared/training/request';
import { balancedAccuracy, median } from '#shared/training/score';
import type { GeneratedKind } from '#shared/training/sets/generate';
import { privatePoints, visiblePoints } from '#shared/training/sets/splits';
import { judgedEpochs, keptEpochs, train } from '#shared/training/train';
import { kernelHere } from '../../support/kernel';
import { SEED } from '../../support/session';

const seeds = (count: number) => Array.from({ length: count }, (_, i) => derive(SEED, `run ${i}`));

type Asked = Extract<TrainingRequest, { family: 'mlp' }>;

function request(kind: GeneratedKind, changes: Partial<Asked> = {}): Asked {
  return {
    family: 'mlp',
    train: visiblePoints(kind, 250, 0, derive(SEED, 'visible')),
    ...privatePoints(kind, 0, derive(SEED, 'secret')),
    layers: [4],
    activation: 'tanh',
    rate: 0.1,
    batch: 10,
    epochs: 30,
    seeds: seeds(4),
    ...changes,
  };
}

/** With the bits of the reference, sooner. */
const { core } = kernelHere();

/** The share of 20 seeds that reach 97 % on hidden points. */
function reaching(kind: GeneratedKind, layers: readonly number[], epochs: number): number {
  const asked = request(kind, { layers, epochs, seeds: seeds(20) });
  const { lanes, tick, close } = core(asked);
  tick(epochs);
  const reached = lanes.filter((run) => run.judge(asked.hidden) >= 0.97).length;
  close();
  return reached / lanes.length;
}

describe('what training costs', () => {
  test('parameters: weights and biases of every layer', () => {
    expect(parametersOf(2, [])).toBe(3);
    expect(parametersOf(2, [4])).toBe(17);
    expect(parametersOf(2, [8, 8])).toBe(105);
    expect(parametersOf(2, [8, 8, 8])).toBe(177);
    expect(parametersOf(3, [4, 4])).toBe(3 * 4 + 4 + (4 * 4 + 4) + (4 + 1));
  });

  test('energy: samples x epochs x parameters', () => {
    expect(energyOf({ samples: 250, epochs: 30, layers: [4] })).toBe(127_500);
    expect(energyOf({ samples: 250, epochs: 0, layers: [4] })).toBe(0);
  });
});

describe('the score of a configuration', () => {
  test('the median of four runs is the mean of the middle two', () => {
    expect(median([0.9, 0.1, 0.7, 0.8])).toBe(0.75);
    expect(median([0.3, 0.9, 0.5])).toBe(0.5);
    expect(median([])).toBe(0);
  });

  test('accuracy is the mean of the recalls: guessing the majority is a coin', () => {
    const answers = { y: [1, 1, 1, 0] };
    expect(balancedAccuracy(answers, () => 1)).toBe(0.5);
    expect(balancedAccuracy(answers, (sample) => (sample < 2 ? 1 : 0))).toBeCloseTo((2 / 3 + 1) / 2);
    expect(balancedAccuracy({ y: [1] }, () => 1)).toBe(1);
    expect(balancedAccuracy({ y: [2, 2, 0, 1] }, () => 2, 3)).toBeCloseTo(1 / 3);
  });

  test('is what its runs say, each judged alone', () => {
    const asked = request('circle');
    const result = train(asked);
    const runs = asked.seeds.map((_, i) => trainer(asked, i));
    runs.forEach((run) => run.tick(30));
    const hidden = runs.map((run) => run.judge(asked.hidden));
    expect(result.hidden).toBe(median(hidden));
    expect(result.core).toBe(CORE);
    expect(result.diverged).toBe(0);
    expect(result.losses.map((losses) => losses.at(-1))).toEqual(runs.map((run) => run.loss));
    expect(runs.map((run) => [...run.weights])).toContainEqual(result.weights);
  });

  test('is the same after a way through JSON, and again', () => {
    const asked = request('xor');
    const result = train(asked);
    expect(train(JSON.parse(JSON.stringify(asked)) as TrainingRequest)).toEqual(result);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test('without an epoch is that of the initial weights', () => {
    const result = train(request('xor', { epochs: 0 }));
    expect(result.losses.map((losses) => losses.length)).toEqual([1, 1, 1, 1]);
    expect(result.hidden).toBeLessThan(0.75);
    expect(result.diverged).toBe(0);
  });

  test('a run that diverged counts as a coin, and its losses end while they are finite', () => {
    const result = train(request('circle', { layers: [8, 8, 8], activation: 'linear', rate: 3 }));
    expect(result).toMatchObject({ open: 0.5, hidden: 0.5, diverged: 4, weights: [] });
    for (const losses of result.losses) expect(losses.every(Number.isFinite)).toBe(true);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test('a run whose answers are not finite counts as one that diverged, although its weights are', () => {
    const part = { x: [1, 1, 2, -1], y: [0.5, -0.5] };
    const far = { x: [3e38, 3e38, 1, 1], y: [1, 0] };
    const result = train({
      ...{ family: 'linear', train: part, open: part, hidden: far, rate: 10, batch: 2, epochs: 1 },
      seeds: seeds(4),
    });
    expect(result.diverged).toBeGreaterThan(0);
    expect([result.open, result.hidden, ...result.weights].every(Number.isFinite)).toBe(true);
  });

  test('a rate beyond every float diverges at once', () => {
    const result = train(request('circle', { activation: 'relu', rate: 1e300 }));
    expect(result.diverged).toBe(4);
  });

  test('tanh at a huge rate goes nowhere, and all that the result holds is finite', () => {
    const result = train(request('circle', { rate: 1e6 }));
    expect(result.hidden).toBeLessThan(0.9);
    expect([...result.weights, ...result.losses.flat()].every(Number.isFinite)).toBe(true);
  });

  test('tells how good it was in public on the way, in ever larger steps, up to what it says at the end', () => {
    const asked = request('circle');
    const { open, openCurve = [] } = train(asked);
    expect(openCurve.map(([epoch]) => epoch)).toEqual([0, 1, 2, 3, 5, 7, 10, 15, 20, 30]);
    expect(openCurve.at(-1)).toEqual([30, open]);
    const runs = asked.seeds.map((_, i) => trainer(asked, i));
    runs.forEach((run) => run.tick(10));
    expect(openCurve).toContainEqual([10, median(runs.map((run) => run.judge(asked.open)))]);
    expect(judgedEpochs(0)).toEqual([]);
  });

  test('looking on the way changes no bit of what is learnt', () => {
    const asked = request('xor', { epochs: 8 });
    const { weights } = train(asked, core);
    const { lanes, tick, close } = core(asked);
    tick(8);
    expect(lanes.map((lane) => [...lane.weights])).toContainEqual(weights);
    close();
  });

  test('a run that diverged is a coin from there on', () => {
    const { openCurve = [] } = train(request('circle', { activation: 'relu', rate: 1e300 }));
    expect(openCurve.slice(1).map(([, open]) => open)).toEqual(openCurve.slice(1).map(() => 0.5));
  });

  test('losses are kept at up to 40 epochs, the first and the last among them', () => {
    expect(keptEpochs(0)).toEqual([0]);
    expect(keptEpochs(3)).toEqual([0, 1, 2, 3]);
    const kept = keptEpochs(200);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([40, 0, 200]);
    expect(new Set(kept).size).toBe(40);
  });
});

describe('the cliffs of the races', () => {
  test('circle: two hidden neurons never close the ring, three do', () => {
    expect(reaching('circle', [2], 100)).toBe(0);
    expect(reaching('circle', [3], 100)).toBeGreaterThanOrEqual(0.8);
  });

  test('xor: three hidden neurons never, four sometimes, eight always', () => {
    expect(reaching('xor', [3], 200)).toBe(0);
    const four = reaching('xor', [4], 200);
    expect(four).toBeGreaterThan(0.2);
    expect(four).toBeLessThan(0.9);
    expect(reaching('xor', [8], 200)).toBe(1);
  });

  test('gauss needs no hidden neuron', () => {
    expect(reaching('gauss', [], 30)).toBe(1);
  });
});

describe('the decision map', () => {
  test('shows the network over the square, the first row on top', () => {
    const asked = request('circle', { layers: [4], epochs: 60, seeds: seeds(1) });
    const run = trainer(asked, 0);
    run.tick(60);
    const map = decisionMap(run.weights, [4], 'tanh', 12, 6);
    expect(map).toHaveLength(144);
    expect(map[0]).toBe(run.predict(-5.5, 5.5));
    expect(map[11]).toBe(run.predict(5.5, 5.5));
    expect(map[12 * 6 + 6]).toBe(run.predict(0.5, -0.5));
    expect(map[12 * 6 + 6]).toBeGreaterThan(0.9);
  });

  test('of runs that all diverged is undecided', () => {
    expect(decisionMap([], [4], 'tanh', 2)).toEqual(new Float32Array(4).fill(0.5));
  });
});
