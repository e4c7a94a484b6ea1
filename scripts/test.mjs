import { rmSync } from 'node:fs';
import { findBrowser } from './lib/browser.mjs';
import { runChecks } from './lib/checks.mjs';
import { faultOutcomes, playwrightOutcomes, table, vitestOutcomes } from './lib/counts.mjs';
import { at } from './lib/paths.mjs';
import { makeReady } from './lib/ready.mjs';
import { runNode } from './lib/run.mjs';
import { Stop, main, say, seconds, stage } from './lib/say.mjs';

const VITEST_REPORT = 'test-results/vitest.json';
const PLAYWRIGHT_REPORT = 'test-results/playwright.json';
const FAULTS_REPORT = 'test-results/faults.json';

/** A runner that broke off, or that found nothing to run, counts as one failure of its kind. */
const orOneFailure = (outcomes, kind) => (outcomes?.length ? outcomes : [{ kind, passed: false, ms: 0 }]);

async function runVitest() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`];
  const { code } = await runNode(at('node_modules/vitest/vitest.mjs'), ['run', ...reporters]);
  return settle(orOneFailure(vitestOutcomes(at(VITEST_REPORT)), 'unit'), code, 'unit');
}

async function runPlaywright(browser) {
  const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: at(PLAYWRIGHT_REPORT) };
  const args = ['test', '--reporter=list,json'];
  const { code } = await runNode(at('node_modules/@playwright/test/cli.js'), args, { env });
  return settle(orOneFailure(playwrightOutcomes(at(PLAYWRIGHT_REPORT)), 'end-to-end'), code, 'end-to-end');
}

/** A runner that failed although every test passed (an error outside the tests) adds the failure it did not count. */
function settle(outcomes, code, kind) {
  const unexplained = code !== 0 && outcomes.every(({ passed }) => passed);
  return unexplained ? [...outcomes, { kind, passed: false, ms: 0 }] : outcomes;
}

/** What goes wrong outside of us, in its short form; each fault counts as one test. */
async function runFaults() {
  const report = at(FAULTS_REPORT);
  const { code } = await runNode(at('test/load/run.mjs'), ['faults', '--short', '--json', report]);
  return settle(orOneFailure(faultOutcomes(report), 'faults'), code, 'faults');
}

async function runAll() {
  await makeReady();
  const browser = await findBrowser();
  return [
    ...(await stage('checks', runChecks)),
    ...(await stage('unit, contract and integration tests', runVitest)),
    ...(await stage('faults, the short form', runFaults)),
    ...(await stage('end-to-end tests', () => runPlaywright(browser))),
  ];
}

/** Something that everything else needs is missing: the sentence, and one failure in the count. */
function notReady(error) {
  if (!(error instanceof Stop)) throw error;
  say(`\n${error.message}`);
  return [{ kind: 'checks', passed: false, ms: 0 }];
}

/** `npm test`: everything, from a fresh clone. The last line is a contract: `N passed, N failed`. */
await main(async () => {
  const since = performance.now();
  rmSync(at('test-results'), { recursive: true, force: true });
  const outcomes = await runAll().catch(notReady);
  const passed = outcomes.filter((outcome) => outcome.passed).length;
  const failed = outcomes.length - passed;
  say(`\n${table(outcomes)}\n\nAll together: ${seconds(since)}`);
  say(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
