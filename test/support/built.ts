import { execFileSync } from 'node:child_process';

/** Vitest's global setup: builds what is stale, since the log's threads and the server run as built files. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
