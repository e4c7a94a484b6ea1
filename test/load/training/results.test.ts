import { describe, expect, test } from 'vitest';
import { agreement, ours, ratio, resultsTable } from './results';
import type { Result } from './rounds';
import { classRow, mathRow, narrowRows, wideRows } from './targets';

const took = (name: string, ...times: number[]): Result => ({ name, times, parameters: null });
const trained = (name: string, ...lane: number[]): Result => ({
  ...{ name, times: [1] },
  parameters: [Float32Array.from(lane)],
});

const simd = took('ours (SIMD)', 1, 2, 3);
const reference = took('ours (reference)', 20, 40, 60);
const flat = took('flat loop', 10, 30, 30);
const convnetjs = took('convnetjs', 50, 60, 90);
const c = took('C', 2, 2, 2);

describe('the comparison', () => {
  test('is made round by round, and the median of the rounds is told', () => {
    expect(ratio([simd, flat], 'flat loop', 'ours (SIMD)')).toBe(10);
    expect(ratio([simd], 'flat loop', 'ours (SIMD)')).toBeNull();
  });

  test('is with the kernel, and while there is none with the reference', () => {
    expect(ours([simd, reference])).toBe('ours (SIMD)');
    expect(ours([{ name: 'ours (SIMD)', cannot: 'no kernel' }, reference])).toBe('ours (reference)');
    expect(ours([flat])).toBeNull();
  });

  test('has a figure for each target whose two sides took part', () => {
    const rows = narrowRows([simd, reference, flat, c, convnetjs]);
    expect(rows.map(({ name, value }) => [name, value])).toEqual([
      ['core.vs-convnetjs', 30],
      ['core.vs-flat', 10],
      ['core.vs-c', 1],
      ['core.reference-vs-flat', 2],
    ]);
    expect(narrowRows([simd, flat]).map(({ name }) => name)).toEqual(['core.vs-flat']);
    expect(wideRows([simd, c])).toMatchObject([{ name: 'core.vs-c-wide', value: 1, target: { most: 1 } }]);
  });

  test('is with the faster of the two C programs, and tells of both', () => {
    const tiles = took('C (tiles)', 1, 1, 1);
    expect(narrowRows([simd, c, tiles])).toMatchObject([{ name: 'core.vs-c', value: 2 }]);
    expect(wideRows([simd, took('C', 1, 1, 1), took('C (tiles)', 4, 4, 4)])).toMatchObject([{ value: 2 }]);
    const table = resultsTable('title', [simd, c, tiles]);
    expect(table).toContain('ours / C: 1 x');
    expect(table).toContain('ours / C (tiles): 2 x');
  });

  test('has a target for a class of thirty alone, and for the worst function', () => {
    expect(classRow(30, 0.5)).toMatchObject({ name: 'core.class-of-30-s', target: { most: 0.6 } });
    expect(classRow(300, 5)).toMatchObject({ name: 'core.class-of-300-s', target: null });
    expect(mathRow({ exp: 0.9, log: 1.5 })).toMatchObject({ name: 'core.math-error', value: 1.5 });
  });
});

describe('a baseline', () => {
  const lineOf = (name: string, ...results: Result[]) =>
    resultsTable('title', results)
      .split('\n')
      .find((line) => line.startsWith(name));

  test('is valid as long as it is fast enough beside another one', () => {
    expect(lineOf('flat loop', flat, convnetjs)).toContain(
      'baseline valid: yes (0.333 x convnetjs, at most 0.5)',
    );
    expect(lineOf('flat loop', took('flat loop', 51), took('convnetjs', 100))).toContain(
      'baseline valid: no',
    );
    expect(lineOf('C', took('C', 11), took('flat loop', 100))).toContain('baseline valid: yes');
    expect(lineOf('C', took('C', 12), took('flat loop', 100))).toContain('baseline valid: no');
    expect(lineOf('flat loop', flat)).toContain('not known without convnetjs');
  });

  test('that cannot take part says why', () => {
    expect(lineOf('C', { name: 'C', cannot: 'gcc is missing' }, flat)).toContain('gcc is missing');
  });

  test('says whether it has learnt what the reference has', () => {
    const own = trained('ours (reference)', 1, 2);
    expect(lineOf('C', own, trained('C', 1, 2))).toContain('beside ours (reference): the same 2 parameters');
    expect(lineOf('C', own, trained('C', 1, 3))).toContain('1 of 2 parameters differ');
  });

  test('agrees in bits where both have 32, else by a distance', () => {
    const [zero, minusZero] = [[Float32Array.of(0, 1)], [Float32Array.of(-0, 1)]];
    expect(agreement(zero, minusZero)).toBe('1 of 2 parameters differ');
    expect(agreement(zero, [[0.5, 1]])).toBe('parameters within 0.5');
  });
});
