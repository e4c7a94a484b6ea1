import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { npmCi } from '../npm.mjs';
import { at } from '../paths.mjs';
import { run } from '../run.mjs';
import { say, Stop } from '../say.mjs';
import { NPM, packageFor, thisMachine } from './binaries.mjs';
import { NEEDED } from './needed.mjs';

/** Where a fetched Node stays; in .gitignore. */
const HOME = at('.node');

/** npm waits a minute and more between its tries, and a person sits before it. */
const IMPATIENT = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

const BY_YOURSELF = `install Node ${NEEDED} or newer (https://nodejs.org, or your system's packages)`;

/**
 * A package.json and its lockfile, with which `npm ci` fetches these packages and no other bytes.
 * @param {import('./binaries.mjs').Package[]} packages
 * @returns {{ root: { dependencies: Record<string, string> }, lock: { packages: Record<string, object> } }}
 */
export function manifests(packages) {
  const dependencies = Object.fromEntries(packages.map(({ name, version }) => [name, version]));
  const locked = packages.map(({ name, ...rest }) => [`node_modules/${name}`, rest]);
  const root = { name: 'fetched-node', version: '0.0.0', private: true, dependencies };
  const lock = { name: root.name, version: root.version, lockfileVersion: 3 };
  return { root, lock: { ...lock, packages: { '': root, ...Object.fromEntries(locked) } } };
}

async function download(node, folder) {
  const { root, lock } = manifests([node, NPM]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(root));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const { code, output } = await npmCi('--prefix', folder, ...IMPATIENT);
  if (code === 0) return;
  const why = /code (E\w+)/.exec(output)?.[1] ?? output.trim().split('\n')[0];
  throw new Stop(
    `Node ${node.version} could not be fetched from the npm registry (${why}): connect this computer to the internet for a moment, or ${BY_YOURSELF}.`,
  );
}

/** A download that npm took for whole may still be for another system, such as one with an older C library. */
async function prove(program, { version }) {
  const { code, output } = await run(program, ['--version'], { quiet: true });
  if (code === 0 && output.trim() === `v${version}`) return;
  throw new Stop(
    `Node ${version} was fetched but does not run on this system (${output.trim().split('\n')[0]}): ${BY_YOURSELF}.`,
  );
}

/** Windows keeps hold of a program for a moment after it has run. */
const TRIES = 40;
const PAUSE = 250; // ms

/** Gives a finished download its name: who finds the folder finds all of it. */
async function settleIn(coming, folder) {
  for (let tries = 1; ; tries++) {
    try {
      return renameSync(coming, folder);
    } catch (error) {
      // Another start at the same time was faster.
      if (existsSync(folder)) return;
      if (tries === TRIES) throw error;
      await wait(PAUSE);
    }
  }
}

const HOUR = 3_600_000; // ms

/** Removes former versions, and downloads that were broken off: what is younger may still be somebody's. */
function sweep(...kept) {
  for (const path of readdirSync(HOME).map((name) => join(HOME, name)))
    if (!kept.includes(path) && Date.now() - statSync(path).mtimeMs > HOUR)
      rmSync(path, { recursive: true, force: true });
}

async function bring(node, folder, programs) {
  const coming = `${folder}.${process.pid}.coming`;
  try {
    await download(node, coming);
    await prove(programs(coming).node, node);
    if (!existsSync(programs(folder).node)) rmSync(folder, { recursive: true, force: true });
    await settleIn(coming, folder);
    sweep(folder);
  } finally {
    rmSync(coming, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What a fetched Node consists of. */
const programsIn = (name) => (folder) => ({
  node: join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
  npm: join(folder, 'node_modules/npm/bin/npm-cli.js'),
  /** npm and npx as commands. */
  commands: join(folder, 'node_modules/.bin'),
});

/** A Node that is new enough: the one beside the project, fetched from the npm registry when it is not there. */
export async function newerNode() {
  const machine = thisMachine();
  const node = packageFor(machine);
  const { node: present } = process.versions;
  const needs = `Trainoff needs Node ${NEEDED} or newer, and this is ${present}`;
  if (!node) {
    const system = `${machine.platform} ${machine.arch}${machine.musl ? ' with musl' : ''}`;
    throw new Stop(`${needs}: the npm registry has none for ${system}, so ${BY_YOURSELF}.`);
  }
  const folder = join(HOME, `${node.name}-${node.version}`);
  const programs = programsIn(node.name);
  const here = programs(folder);
  // The first line that a teacher reads: it has to sound like what it is, nothing wrong and nothing to do.
  const has = `This computer's Node is ${present} and Trainoff needs ${NEEDED} or newer`;
  if (existsSync(here.node)) say(`${has}: going on with Node ${node.version} in .node/.`);
  else {
    say(`${has}. Nothing to do: Node ${node.version} is fetched into .node/, once (${node.name} from npm).`);
    await bring(node, folder, programs);
  }
  return here;
}
