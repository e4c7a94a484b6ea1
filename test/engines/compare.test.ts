import { describe, expect, test } from 'vitest';
import { differences, faultsOf, lineOf } from './compare';
import type { Outcome } from './engine';

const ran = (
  name: string,
  fingerprints: Record<string, string>,
  simd = true,
  unlike: readonly string[] = [],
): Outcome => ({
  name,
  said: {
    version: '1',
    answer: { core: 'c', simd, unlike: simd ? unlike : null, fingerprints, seconds: 0.25 },
  },
});

const missing: Outcome = { name: 'Firefox', failed: 'it was not found.' };
const bits = { exp: 'aa', tanh: 'bb' };

describe('engines beside each other', () => {
  test('agree when every job has one hash, and then have one hash over all', () => {
    const outcomes = [ran('Node', bits), ran('Chromium', { ...bits })];
    expect(faultsOf(outcomes)).toEqual([]);
    const [first, second] = outcomes.map(lineOf);
    expect(second).toBe(first?.replace('Node', 'Chromium'));
    expect(first).toMatch(/^Node 1: [0-9a-f]{32}, 2 jobs, 0\.3 s, lanes: the same bits$/);
  });

  test('that differ are told job by job, with who says what', () => {
    const outcomes = [ran('Node', bits), ran('Chromium', { ...bits, tanh: 'cc' }), ran('Firefox', bits)];
    expect(differences(outcomes)).toEqual(['tanh: Node, Firefox bb; Chromium cc']);
    expect(faultsOf(outcomes)[0]).toBe('The engines differ on 1 jobs:');
    expect(lineOf(outcomes[1] as Outcome)).not.toContain(lineOf(outcomes[0] as Outcome).split(/[ ,]/)[2]);
  });

  test('that leave a job out differ on it', () => {
    expect(differences([ran('Node', bits), ran('Chromium', { exp: 'aa' })])).toEqual([
      'tanh: Node bb; Chromium missing',
    ]);
  });

  test('of which one could not be run are a fault, with its reason in its line', () => {
    expect(faultsOf([ran('Node', bits), missing])).toEqual(['Not every engine could be run: Firefox.']);
    expect(lineOf(missing)).toBe('Firefox: could not be run: it was not found.');
  });

  test('without SIMD are a fault', () => {
    expect(faultsOf([ran('Node', bits, false)])).toEqual(['Node does not run WebAssembly with SIMD.']);
  });

  test('are told when their kernel is unlike their reference', () => {
    const [fault] = faultsOf([ran('Chromium', bits, true, ['tanh'])]);
    expect(fault).toBe('Chromium: the kernel is unlike the reference: tanh.');
    expect(faultsOf([ran('Chromium', bits, true, [])])).toEqual([]);
  });
});
