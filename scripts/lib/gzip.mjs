import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

/** Text shrinks; pictures and woff2 fonts are compressed already. Browsers offer no brotli over plain http. */
const SHRINKS = /\.(js|css|svg|html|json|wasm|webmanifest)$/;

/** Puts a .gz beside every file that gains from it, so that no request waits for a compressor. */
export function gzipFolder(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!SHRINKS.test(name)) continue;
    const path = join(folder, name);
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: constants.Z_BEST_COMPRESSION }));
  }
}
