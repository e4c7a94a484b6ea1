import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFresh, remember } from './fingerprint.mjs';
import { at } from './paths.mjs';
import { run, runNode } from './run.mjs';
import { Stop, say, stage } from './say.mjs';

/** The oldest Node that everything was tried on; the same as `engines` in package.json. */
const OLDEST = [20, 19];

/** Stops with a sentence when this Node is too old to even read the packages. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Stop(
    `Trainoff needs Node ${OLDEST.join('.')} or newer, and this is ${process.versions.node}: get the current one from https://nodejs.org`,
  );
}

/** npm beside this Node, as a JavaScript file: on Windows `npm` itself is a .cmd, which needs a shell. */
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

/** True when the headers of this very Node stand in `home`; those of another would compile and then crash. */
function hasHeaders(home) {
  const file = join(home, 'include/node/node_version.h');
  const [major] = process.versions.node.split('.');
  return existsSync(file) && readFileSync(file, 'utf8').includes(`#define NODE_MAJOR_VERSION ${major}\n`);
}

/** With Node's headers on the machine, compiling the driver needs no download. */
function headersEnv() {
  if (process.env.npm_config_nodedir) return {};
  const home = [dirname(dirname(process.execPath)), '/usr'].find(hasHeaders);
  return home ? { npm_config_nodedir: home } : {};
}

const WITHOUT_SQLITE =
  'The database driver better-sqlite3 is not there: no ready-made binary could be downloaded and it could not be compiled. ' +
  'Install a C++ toolchain (Debian: apt-get install g++ make python3; Mac: xcode-select --install; ' +
  'Windows: Visual Studio Build Tools with "Desktop development with C++") and run npm start again.';

const driverBinary = at('node_modules/better-sqlite3/build/Release/better_sqlite3.node');

/** Loads the driver in a process of its own: a binary for another Node must not end ours. */
async function driverLoads() {
  if (!existsSync(driverBinary)) return false;
  const probe = "new (require('better-sqlite3'))(':memory:').close()";
  return (await run(process.execPath, ['-e', probe], { quiet: true })).code === 0;
}

/** Runs npm in the project's folder, its output kept. */
export async function npm(args) {
  const cli = npmCli();
  const options = { env: headersEnv(), quiet: true };
  return cli ? runNode(cli, args, options) : run('npm', args, options);
}

/** Changes with the lockfile, the Node version (its binary interface) and the machine. */
function wanted() {
  const lock = existsSync(at('package-lock.json')) ? readFileSync(at('package-lock.json')) : '';
  const abi = `${process.versions.modules} ${process.platform} ${process.arch}`;
  return createHash('sha256').update(abi).update(lock).digest('hex').slice(0, 16);
}

/** True when someone has run npm already: what npm says it installed is what the lockfile asks for. */
function installedByHand() {
  const mark = at('node_modules/.package-lock.json');
  if (!existsSync(mark)) return false;
  const have = JSON.parse(readFileSync(mark, 'utf8')).packages;
  const want = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(
    ([path, { version, optional }]) => path === '' || optional || have[path]?.version === version,
  );
}

async function installPackages() {
  const { code, output } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code === 0) return;
  const why = output.includes('better-sqlite3') ? WITHOUT_SQLITE : 'npm ci failed. Is the network there?';
  throw new Stop(`${output.trim().split('\n').slice(-15).join('\n')}\n\n${why}`);
}

/** Installs the packages when they are missing or belong to another lockfile, and proves that the driver loads. */
export async function install() {
  const print = wanted();
  if (isFresh('packages', print, ['node_modules', 'node_modules/better-sqlite3/package.json'])) return;
  if (!installedByHand()) {
    say(
      'The first time takes a few minutes: packages are downloaded, and a database driver may be compiled.',
    );
    await stage('packages', installPackages);
  }
  if (!(await driverLoads())) {
    await stage('database driver', () => npm(['rebuild', 'better-sqlite3', '--loglevel=error']));
    if (!(await driverLoads())) throw new Stop(WITHOUT_SQLITE);
  }
  remember('packages', print);
}
