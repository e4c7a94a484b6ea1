import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { at, ROOT } from './paths.mjs';
import { Stop } from './say.mjs';

/** What runs beside packages: the server, what it reads, and the scripts that an operator calls. */
const SERVED = ['package.json', 'LICENSE', 'dist/client', 'dist/server', 'prisma/migrations', 'lessons'];
const SCRIPTS = ['backup', 'restore', 'move', 'teacher'].map((name) => `scripts/${name}.mjs`);

/** What packages bring for whoever develops with them. */
const FOR_DEVELOPERS = /\.(d\.[cm]?ts|map|md)$/;

/** Binaries for this kind of machine, with either of Linux's C libraries. */
const FITS = new RegExp(`^prebuilds/${process.platform}(musl)?-${process.arch}[.]`);

/** What the two big ones bring besides: sources to compile, binaries and query compilers for others. */
const UNUSED = {
  'better-sqlite3': (path) =>
    /^(deps|src)$/.test(path) || (path.startsWith('prebuilds/') && !FITS.test(path)),
  '@prisma/client': (path) =>
    /^runtime\/.*(\.(cockroachdb|mysql|sqlserver)|_fast_bg\.postgresql)\./.test(path),
};

const packageOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Where Node finds a package that a file in `from` imports; null if it is not installed. */
function found(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(join(path, 'package.json'))) return path;
    if (folder === ROOT) return null;
  }
}

/**
 * The folders of the packages that the server runs with: its dependencies, theirs, and so on. Peers are left out, or
 * Prisma's client would bring its command line and TypeScript along, as `npm prune` does.
 */
export function runtimePackages() {
  const folders = new Set();
  const visit = (folder) => {
    const { dependencies = {}, optionalDependencies = {} } = packageOf(folder);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      // Types alone, which some packages count among what they need.
      if (name.startsWith('@types/')) continue;
      const path = found(name, folder);
      // One for another system.
      if (path === null && name in optionalDependencies) continue;
      if (path === null) throw new Stop(`The package ${name} is not installed: npm ci installs it.`);
      if (folders.has(path)) continue;
      folders.add(path);
      visit(path);
    }
  };
  visit(ROOT);
  return [...folders].map((folder) => relative(ROOT, folder));
}

function copyPackage(folder, to) {
  const { name } = packageOf(at(folder));
  const isUnused = UNUSED[name] ?? (() => false);
  const filter = (path) => {
    const inside = relative(at(folder), path).split(sep).join('/');
    // A package inside of it is one of the list, if it is needed.
    return basename(path) !== 'node_modules' && !FOR_DEVELOPERS.test(path) && !isUnused(inside);
  };
  cpSync(at(folder), join(to, folder), { recursive: true, filter });
}

/** A script and what it imports of ours. */
function withImports(file, files = new Set()) {
  if (files.has(file)) return files;
  files.add(file);
  for (const [, path] of readFileSync(at(file), 'utf8').matchAll(/from '(\.[^']+)'/g))
    withImports(join(dirname(file), path), files);
  return files;
}

/** Puts everything that runs, and nothing else, into a folder that is not there yet. */
export function makeImage(to) {
  if (existsSync(to)) throw new Stop(`${to} exists already.`);
  const scripts = SCRIPTS.filter((file) => existsSync(at(file))).flatMap((file) => [...withImports(file)]);
  mkdirSync(to, { recursive: true });
  for (const path of [...SERVED, ...new Set(scripts)]) cpSync(at(path), join(to, path), { recursive: true });
  for (const folder of runtimePackages()) copyPackage(folder, to);
}
