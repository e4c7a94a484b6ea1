import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './paths.mjs';

/** The kinds of the closing table, in its order, and the folder that decides. Everything else is a unit test. */
export const KINDS = ['checks', 'unit', 'contract', 'integration', 'faults', 'end-to-end'];

/** A file's path in the project. */
const from = (file) => relative(ROOT, file).replaceAll('\\', '/');

function kindOf(file) {
  const folder = from(file).split('/')[1];
  if (folder === 'contract') return 'contract';
  if (folder === 'server' || folder === 'load' || folder === 'faults') return 'integration';
  return 'unit';
}

/**
 * @typedef {{ kind: string, passed: boolean, ms: number, name: string, why: string }} Outcome one test or check; not run is not passed
 */

/** @typedef {{ output: string, outcomes: Outcome[] }} Ran a stage: what it said, and what became of its tests */

/** @returns {Outcome[] | undefined} undefined when the run broke off before it could report */
export function vitestOutcomes(report) {
  if (!existsSync(report)) return undefined;
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const kind = kindOf(name);
    // A file that failed before its first test has no tests to count.
    if (assertionResults.length === 0 && status !== 'passed')
      return [{ kind, passed: false, ms: 0, name: from(name), why: message ?? '' }];
    return assertionResults.map((test) => ({
      kind,
      passed: test.status === 'passed',
      ms: test.duration ?? 0,
      name: `${from(name)} › ${test.fullName ?? ''}`,
      why: test.failureMessages?.join('\n') ?? '',
    }));
  });
}

function* specsOf(suite) {
  yield* suite.specs ?? [];
  for (const inner of suite.suites ?? []) yield* specsOf(inner);
}

/** @returns {Outcome[] | undefined} undefined when the run broke off before it could report */
export function playwrightOutcomes(report) {
  if (!existsSync(report)) return undefined;
  const { suites, errors } = JSON.parse(readFileSync(report, 'utf8'));
  const specs = suites.flatMap((suite) => [...specsOf(suite)]);
  const ran = specs.flatMap(({ file, title, tests }) =>
    tests.map(({ status, results }) => ({
      kind: 'end-to-end',
      passed: status === 'expected' && results.at(-1)?.status === 'passed',
      ms: results.reduce((sum, { duration }) => sum + duration, 0),
      name: `${file} › ${title}`,
      why: results.flatMap(({ errors }) => (errors ?? []).map(({ message }) => message)).join('\n'),
    })),
  );
  const outside = (errors ?? []).map(({ message }) => ({
    ...{ kind: 'end-to-end', passed: false, ms: 0 },
    ...{ name: 'outside of the tests', why: message ?? '' },
  }));
  return [...ran, ...outside];
}

/** @returns {Outcome[] | undefined} undefined when the run broke off before it could report */
export function faultOutcomes(report) {
  if (!existsSync(report)) return undefined;
  const { outcomes } = JSON.parse(readFileSync(report, 'utf8'));
  return outcomes.map(({ name, passed, ms, findings }) => ({
    ...{ kind: 'faults', passed, ms, name },
    why: findings.join('\n'),
  }));
}

/** The closing table: how many of each kind, and how long they took when added up. */
export function table(outcomes) {
  const row = (...cells) => cells.map((cell, i) => (i ? String(cell).padStart(9) : cell.padEnd(12))).join('');
  const rows = KINDS.map((kind) => {
    const mine = outcomes.filter((outcome) => outcome.kind === kind);
    const passed = mine.filter((outcome) => outcome.passed).length;
    const ms = mine.reduce((sum, outcome) => sum + outcome.ms, 0);
    return row(kind, passed, mine.length - passed, (ms / 1000).toFixed(1));
  });
  return [row('kind', 'passed', 'failed', 'seconds'), ...rows].join('\n');
}

/** How much of a reason is shown at the end: the rest stands where it happened. */
const LINES = 12;

/**
 * What failed, by name and with the beginning of its reason; nothing if nothing has.
 * @param {readonly Outcome[]} outcomes
 * @returns {string}
 */
export const failures = (outcomes) =>
  outcomes
    .filter(({ passed }) => !passed)
    .map(({ kind, name, why }) => {
      const plain = stripVTControlCharacters(why).split('\n').slice(0, LINES);
      return [`FAILED  ${kind}: ${name}`, ...plain.map((line) => `  ${line}`)].join('\n');
    })
    .join('\n');
