import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isFresh, remember } from './fingerprint.mjs';
import { npmCi } from './npm.mjs';
import { at } from './paths.mjs';
import { run } from './run.mjs';
import { Stop, say, stage } from './say.mjs';

/** Loads the driver in a process of its own, since one for another system may end it; answers with what went wrong. */
async function driverFault() {
  const probe = "new (require('better-sqlite3'))(':memory:').close()";
  const { code, output } = await run(process.execPath, ['-e', probe], { quiet: true });
  if (code === 0) return null;
  return output.split('\n').find((line) => line.includes('Error: ')) ?? `it ended with ${code}`;
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
  const { code, output } = await npmCi('--include=dev');
  if (code === 0) return;
  throw new Stop(
    `${output.trim().split('\n').slice(-15).join('\n')}\n\nnpm ci failed. Is the network there?`,
  );
}

/** Installs the packages when they are missing or belong to another lockfile, and proves that the driver loads. */
export async function install() {
  const print = wanted();
  if (isFresh('packages', print, ['node_modules', 'node_modules/better-sqlite3/package.json'])) return;
  if (!installedByHand() || (await driverFault()) !== null) {
    say('The first time takes a minute or two: packages are downloaded.');
    await stage('packages', installPackages);
    const fault = await driverFault();
    if (fault !== null)
      throw new Stop(
        `The database driver better-sqlite3 does not load here (${fault.trim()}): it has binaries for Linux, Mac and Windows on x64 and arm64, and this is ${process.platform} ${process.arch} with Node ${process.versions.node}.`,
      );
  }
  remember('packages', print);
}
