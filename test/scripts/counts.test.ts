import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failures, playwrightOutcomes, vitestOutcomes } from '../../scripts/lib/counts.mjs';

let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'trainoff-counts-'));
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = join(home, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const suite = (path: string, ...statuses: string[]) => ({
  name: resolve(path),
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  assertionResults: statuses.map((status) => ({ status, duration: 1 })),
});

describe('the count of tests', () => {
  test('sorts them into kinds by their folder', () => {
    const testResults = [
      suite('test/shared/rng.test.ts', 'passed'),
      suite('test/contract/log.test.ts', 'passed'),
      suite('test/server/http.test.ts', 'passed'),
    ];
    const kinds = vitestOutcomes(report({ testResults }))?.map(({ kind }) => kind);
    expect(kinds).toEqual(['unit', 'contract', 'integration']);
  });

  test('takes a skipped test for a failed one', () => {
    const testResults = [suite('test/shared/rng.test.ts', 'passed', 'skipped', 'failed')];
    const passed = vitestOutcomes(report({ testResults }))?.map((outcome) => outcome.passed);
    expect(passed).toEqual([true, false, false]);
  });

  test('takes a file that could not be loaded for one failure', () => {
    const outcomes = vitestOutcomes(report({ testResults: [suite('test/shared/rng.test.ts')] }));
    expect(outcomes).toMatchObject([{ kind: 'unit', passed: false }]);
  });

  test('takes a browser test that was skipped for a failed one', () => {
    const spec = (status: string, result: string) => ({
      tests: [{ status, results: [{ status: result, duration: 1 }] }],
    });
    const suites = [
      { specs: [spec('expected', 'passed')], suites: [{ specs: [spec('skipped', 'skipped')] }] },
    ];
    const passed = playwrightOutcomes(report({ suites, errors: [] }))?.map((outcome) => outcome.passed);
    expect(passed).toEqual([true, false]);
  });

  test('says at the end what failed, and why', () => {
    const told = failures([
      { kind: 'unit', passed: true, ms: 1, name: 'a.test.ts › holds', why: '' },
      {
        kind: 'end-to-end',
        passed: false,
        ms: 1,
        name: 'b.test.ts › opens',
        why: '\u001b[31mno door\u001b[39m',
      },
    ]);
    expect(told).toBe('FAILED  end-to-end: b.test.ts › opens\n  no door');
  });

  test('knows a report that was never written', () => {
    expect(vitestOutcomes(join(home, 'absent.json'))).toBeUndefined();
  });
});
