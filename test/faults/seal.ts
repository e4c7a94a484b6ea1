import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/folder';

/** Takes away and gives back the right to write to files, also to whoever has them open, root too. */
function immutable(on: boolean, folder: string): string | null {
  const files = readdirSync(folder)
    .filter((name) => !name.endsWith('-shm'))
    .map((name) => join(folder, name));
  const { status, stderr, error } = spawnSync('chattr', [on ? '+i' : '-i', ...files], { encoding: 'utf8' });
  return status === 0 ? null : (error?.message ?? stderr.trim());
}

/**
 * Makes the files in a data folder unwritable, as on a disk that has become read-only. SQLite's -shm stays as it is:
 * it is mapped into memory, and a process that writes there and may not is ended by the system with SIGBUS.
 */
export function seal(folder: string): void {
  const refused = immutable(true, folder);
  if (refused !== null) throw new Error(refused);
}

export function unseal(folder: string): void {
  immutable(false, folder);
}

/** Why no file can be sealed here; null: it can. */
export function unsealable(): string | null {
  const { path, remove } = temporaryFolder();
  writeFileSync(join(path, 'file'), '');
  const refused = immutable(true, path);
  immutable(false, path);
  remove();
  return refused && `files cannot be made immutable (root and chattr are needed): ${refused}`;
}
