import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where a server on this computer, started in `project`, keeps the key of rehearsals. */
export const keyFileOf = (project: string, dataDir: string | undefined): string =>
  resolve(project, dataDir || 'data', 'rehearsal.key');

/** The key in a file; empty where there is none, and then the server says what it thinks of that. */
export function keyIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
