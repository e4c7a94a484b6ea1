import { at } from './paths.mjs';
import { runNode } from './run.mjs';
import { say, seconds } from './say.mjs';

const CHECKS = [
  ['types', 'typescript/bin/tsc', ['-b']],
  [
    'types of pages',
    'svelte-check/bin/svelte-check',
    ['--tsconfig', 'client/tsconfig.json', '--fail-on-warnings'],
  ],
  ['lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn']],
];

async function check([name, tool, args]) {
  const since = performance.now();
  const { code, output } = await runNode(at('node_modules', tool), args, { quiet: true });
  say(`  ${code === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds(since)})`);
  if (code !== 0) say(output);
  return { kind: 'checks', passed: code === 0, ms: performance.now() - since };
}

/** Types, lint and format; each counts as one test. All of them run, also after a failure. */
export async function runChecks() {
  const outcomes = [];
  for (const each of CHECKS) outcomes.push(await check(each));
  return outcomes;
}
