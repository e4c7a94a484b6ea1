import { at } from './paths.mjs';
import { runNode } from './run.mjs';
import { seconds } from './say.mjs';

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
  const { code, output } = await runNode(at('node_modules', tool), args, { quiet: true, gently: true });
  const line = `${code === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds(since)})`;
  return {
    output: code === 0 ? line : `${line}\n${output}`,
    outcomes: [{ kind: 'checks', passed: code === 0, ms: performance.now() - since, name, why: output }],
  };
}

/**
 * Types, then the others side by side, which may read what that leaves; all of them run, also after a failure.
 * @returns {Promise<import('./counts.mjs').Ran>}
 */
export async function runChecks() {
  const [types, ...others] = CHECKS;
  const ran = [await check(types), ...(await Promise.all(others.map(check)))];
  return {
    output: ran.map(({ output }) => output).join('\n'),
    outcomes: ran.flatMap(({ outcomes }) => outcomes),
  };
}
