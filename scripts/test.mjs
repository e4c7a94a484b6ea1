import { rmSync } from 'node:fs';
import { installPostgres } from './lib/apart.mjs';
import { findHeadless } from './lib/browser.mjs';
import { runChecks } from './lib/checks.mjs';
import { failures, faultOutcomes, playwrightOutcomes, table, vitestOutcomes } from './lib/counts.mjs';
import { at } from './lib/paths.mjs';
import { makeReady } from './lib/ready.mjs';
import { runNode } from './lib/run.mjs';
import { Stop, main, say, seconds } from './lib/say.mjs';

const PLAYWRIGHT_REPORT = 'test-results/playwright.json';
const FAULTS_REPORT = 'test-results/faults.json';

/** @typedef {import('./lib/counts.mjs').Ran} Ran */

/** A failure that is no test's. */
const broken = (kind, why) => ({ kind, passed: false, ms: 0, name: 'outside of the tests', why });

/** A runner that broke off, or that found nothing to run, counts as one failure of its kind. */
const orOneFailure = (outcomes, kind) => (outcomes?.length ? outcomes : [broken(kind, 'nothing was run')]);

/** A runner that failed although every test passed (an error outside the tests) adds the failure it did not count. */
function settle(outcomes, code, kind) {
  const unexplained = code !== 0 && outcomes.every(({ passed }) => passed);
  return unexplained ? [...outcomes, broken(kind, `it ended with ${code}`)] : outcomes;
}

/** @returns {Promise<Ran>} one of Vitest's projects */
async function runVitest(project, kind, gently) {
  const report = `test-results/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--project', project, ...reporters];
  const { code, output } = await runNode(at('node_modules/vitest/vitest.mjs'), args, { quiet: true, gently });
  return { output, outcomes: settle(orOneFailure(vitestOutcomes(at(report)), kind), code, kind) };
}

/** @returns {Promise<Ran>} */
async function runPlaywright(browser) {
  const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: at(PLAYWRIGHT_REPORT) };
  const args = ['test', '--reporter=list,json'];
  const { code, output } = await runNode(at('node_modules/@playwright/test/cli.js'), args, {
    env,
    quiet: true,
  });
  const outcomes = orOneFailure(playwrightOutcomes(at(PLAYWRIGHT_REPORT)), 'end-to-end');
  return { output, outcomes: settle(outcomes, code, 'end-to-end') };
}

/** @returns {Promise<Ran>} what goes wrong outside of us, in its short form; each fault counts as one test */
async function runFaults() {
  const report = at(FAULTS_REPORT);
  const args = ['faults', '--short', '--json', report];
  const { code, output } = await runNode(at('test/load/run.mjs'), args, { quiet: true });
  return { output, outcomes: settle(orOneFailure(faultOutcomes(report), 'faults'), code, 'faults') };
}

/** Says when a stage begins, and all that it said once it is over. */
async function stage(name, run) {
  const since = performance.now();
  say(`· ${name} ...`);
  const { output, outcomes } = await run();
  say(`\n${output.trim()}\n  ${name}: ${seconds(since)}\n`);
  return outcomes;
}

/** Stages one after the other. */
async function inTurn(stages) {
  const outcomes = [];
  for (const [name, run] of stages) outcomes.push(...(await stage(name, run)));
  return outcomes;
}

/**
 * Beside each other: what plays on servers and in browsers, which waits much and is in a hurry when it does not; and
 * what only computes, which gives way to it.
 */
async function runAll() {
  await makeReady();
  await installPostgres();
  const browser = findHeadless();
  // It may be installed meanwhile; whether that failed is told where it is needed.
  browser.catch(() => undefined);
  const ran = await Promise.all([
    inTurn([
      ['integration tests', () => runVitest('apart', 'integration', false)],
      ['faults, the short form', runFaults],
      ['end-to-end tests', async () => runPlaywright(await browser)],
    ]),
    inTurn([
      ['checks', runChecks],
      ['unit and contract tests', () => runVitest('pure', 'unit', true)],
    ]),
  ]);
  return ran.flat();
}

/** Something that everything else needs is missing: the sentence, and one failure in the count. */
function notReady(error) {
  if (!(error instanceof Stop)) throw error;
  say(`\n${error.message}`);
  return [broken('checks', error.message)];
}

/** `npm test`: everything, from a fresh clone. The last line is a contract: `N passed, N failed`. */
await main(async () => {
  const since = performance.now();
  rmSync(at('test-results'), { recursive: true, force: true });
  const outcomes = await runAll().catch(notReady);
  const passed = outcomes.filter((outcome) => outcome.passed).length;
  const failed = outcomes.length - passed;
  if (failed > 0) say(`\n${failures(outcomes)}`);
  say(`\n${table(outcomes)}\n\nAll together: ${seconds(since)}`);
  say(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
