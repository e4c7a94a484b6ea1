import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT, at } from './paths.mjs';

/** What a build writes among the sources; it must not count as a source. */
const GENERATED = new Set([
  at('client/i18n/generated'),
  at('server/storage/generated'),
  at('server/storage/generated-postgres'),
  at('kernel/generated'),
]);

function* filesIn(path) {
  if (GENERATED.has(path) || !existsSync(path)) return;
  if (!statSync(path).isDirectory()) return yield path;
  for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name));
}

/**
 * A hash of names and contents (not of times, which differ after every clone).
 * @param {string[]} inputs files and folders, relative to the project
 * @param {string} [salt] anything else that the result depends on
 */
export function fingerprint(inputs, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const input of inputs) {
    for (const file of filesIn(at(input))) {
      const name = relative(ROOT, file).replaceAll('\\', '/');
      hash.update(`\0${name}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

const stampOf = (name) => at('dist/stamps', name);

/** True when `name` was last made from the same inputs and all its outputs still exist. */
export function isFresh(name, print, outputs) {
  const stamp = stampOf(name);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== print) return false;
  return outputs.every((output) => existsSync(at(output)));
}

/** Remembers what `name` was made from; call it only after the making succeeded. */
export function remember(name, print) {
  mkdirSync(dirname(stampOf(name)), { recursive: true });
  writeFileSync(stampOf(name), print);
}
