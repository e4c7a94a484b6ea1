import { readFileSync } from 'node:fs';
import { at } from '../paths.mjs';

/**
 * The oldest Node that Trainoff runs on, as `engines` in package.json says it: '22.14'.
 * @type {string}
 */
export const NEEDED = JSON.parse(readFileSync(at('package.json'), 'utf8')).engines.node.replace('>=', '');

/** The oldest Node that can bring a newer one: the scripts that do it are written for it. */
export const BRINGS = '18.0';

/**
 * @param {string} oldest 'major.minor'
 * @param {string} version 'major.minor.patch'
 */
export function isAtLeast(oldest, version) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = oldest.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
