import { describe, expect, test } from 'vitest';
import { golden } from '../contract/core-golden';
import { outcomeOf } from './engine';
import { PROBE, simdRuns } from './probe';
import { engineScript } from './script';
import { javaScriptCore, node } from './shells';

describe('an engine', () => {
  test('that gets the jobs as a plain script has the golden bits', async () => {
    const outcome = await outcomeOf(node, await engineScript());
    expect(outcome).toMatchObject({ name: 'Node', said: { answer: { ...golden, simd: true, unlike: [] } } });
  });

  test('that breaks off, says nothing or is not there is told, not skipped', async () => {
    const script = { define: '', ask: 'Promise.reject(new Error("no memory"))' };
    expect(await outcomeOf(node, script)).toMatchObject({ failed: 'The jobs failed: Error: no memory' });
    const silent = { define: 'setTimeout(() => {}, 0)', ask: 'new Promise(() => {})' };
    expect(await outcomeOf(node, silent)).toMatchObject({ failed: 'It ended without an answer.' });
    const absent = await outcomeOf(javaScriptCore('/nowhere/jsc'), script);
    expect('failed' in absent && absent.failed).toContain('ENOENT');
  });
});

describe('the probe', () => {
  test('runs SIMD here, and sees where it does not', async () => {
    expect(await simdRuns(PROBE)).toBe(true);
    const unknown = Uint8Array.from(PROBE);
    // An opcode of SIMD that does not exist.
    unknown[PROBE.lastIndexOf(0xe6)] = 0xff;
    expect(await simdRuns(unknown)).toBe(false);
  });
});
