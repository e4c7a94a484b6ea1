import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** In a folder of its own, so that the product does not depend on it; who runs the tests of engines installs it. */
const FOLDER = resolve('test/engines/puppeteer');

/** Puppeteer, of which the caller says what it uses. */
export function loadPuppeteer<Puppeteer>(): Puppeteer {
  if (!existsSync(`${FOLDER}/node_modules/puppeteer-core`))
    throw new Error('npm could not install puppeteer-core, which drives it.');
  return createRequire(`${FOLDER}/package.json`)('puppeteer-core') as Puppeteer;
}
