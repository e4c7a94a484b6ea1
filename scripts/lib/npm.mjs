import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run, runNode } from './run.mjs';

/** npm as a JavaScript file, undefined if it is not where it usually is: on Windows `npm` itself needs a shell. */
function npmCli() {
  const folder = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    join(folder, 'node_modules/npm/bin/npm-cli.js'),
    join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(folder, '../share/nodejs/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  return candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
}

/** What npm says then is a reason, and no advertisement. */
const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * Installs what the lockfile of a folder names, its output kept. No package has a script of its own run: none of ours
 * needs one, and the driver's would look for a compiler.
 * @param {string[]} [options] more of npm's own
 */
export function npmCi(...options) {
  const args = ['ci', '--ignore-scripts', ...QUIET, ...options];
  const cli = npmCli();
  return cli ? runNode(cli, args, { quiet: true }) : run('npm', args, { quiet: true });
}
