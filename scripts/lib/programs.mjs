import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/** @param {string} path a file; true when it may be executed */
export function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * The first program that can be executed: of these paths, then of these names on the PATH, then of the usual places.
 * @param {{ paths?: (string | undefined)[], names: string[], usual?: string[] }} where
 * @returns {string | undefined}
 */
export function findProgram({ paths = [], names, usual = [] }) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name + suffix)));
  return [...paths, ...onPath, ...usual].find((path) => path && runs(path));
}

/** Whether the system's packages are Debian's and ours to install. */
export const canInstallDebian = () => process.getuid?.() === 0 && runs('/usr/bin/apt-get');

/** Installs packages of the system; whoever uses them looks whether that worked. */
export async function installDebian(...packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Where the network does not reach Debian that is known soon.
  const soon = ['-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::Retries=1'];
  await run('apt-get', ['update', '-q', ...soon], { env, quiet: true });
  await run('apt-get', ['install', '-y', '-q', ...soon, ...packages], { env, quiet: true });
}
