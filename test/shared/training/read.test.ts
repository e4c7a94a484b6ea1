import { describe, expect, test } from 'vitest';
import { isSound } from '../../../server/workers/sound';
import { checked } from '#shared/training/check';
import type { TrainingRequest } from '#shared/training/request';
import { digits, picturesOf } from '#shared/training/sets/digits';
import { train } from '#shared/training/train';
import { workOf } from '#shared/training/work';
import { trainByKernel } from '../../support/kernel';

const some = (from: number, to: number) => picturesOf(digits.slice(from, to));
const design = { family: 'mlp', layers: [16], activation: 'relu' } as const;
const request: TrainingRequest = {
  ...design,
  ...{ rate: 0.1, batch: 10, epochs: 6, seeds: ['one', 'two', 'three', 'four'] },
  output: { curve: 'softmax', classes: 10 },
  ...{ train: some(0, 300), open: some(300, 400), hidden: some(400, 500), read: some(500, 600).x },
};

describe('samples that a request has read', () => {
  test('are put into classes by the typical run, mostly into the right ones', () => {
    const { read = [] } = trainByKernel(request);
    const right = digits.slice(500, 600).filter(({ y }, i) => read[i] === y).length;
    expect(read).toHaveLength(100);
    expect(right).toBeGreaterThan(65);
  });

  test('are read alike by the kernel and by the reference', () => {
    expect(trainByKernel(request).read).toEqual(train(request).read);
  });

  test('change nothing else of a result, and are left out where nothing was to be read', () => {
    const { read: _read, ...without } = request;
    const { read: _classes, ...rest } = trainByKernel(request);
    expect(trainByKernel(without)).toEqual(rest);
    expect(workOf(request)).toBeGreaterThan(workOf(without));
  });

  test('are refused where they are not whole samples, or the network predicts a number', () => {
    expect(checked(request)).toMatchObject({ ok: true });
    expect(checked({ ...request, read: [0.5] })).toEqual({ ok: false, error: 'out-of-range' });
    expect(checked({ ...request, read: [Infinity] })).toEqual({ ok: false, error: 'out-of-range' });
    expect(checked({ ...request, output: { curve: 'linear' } })).toEqual({
      ok: false,
      error: 'out-of-range',
    });
  });

  test('each have a class in a sound result', () => {
    const result = trainByKernel(request);
    const { read = [], ...without } = result;
    expect(isSound(result, request)).toBe(true);
    for (const broken of [
      without,
      { ...result, read: read.slice(1) },
      { ...result, read: read.map(() => 10) },
    ])
      expect(isSound(broken, request)).toBe(false);
  });
});
