import Database from 'better-sqlite3';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** How long a lock is waited for, ms. */
const PATIENCE = 5_000;

/** How often, and after how long each, the end of another program's reading is waited for, ms: a backup takes less. */
const TRIES = 20;
const PAUSE = 100;

const db = new Database((workerData as { file: string }).file, { timeout: PATIENCE });

async function cutWal(): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (row?.busy === 0) return true;
    await pause(PAUSE);
  }
  return false;
}

try {
  db.pragma('synchronous = FULL');
  db.pragma('secure_delete = ON');
  db.exec('VACUUM');
  parentPort?.postMessage(await cutWal());
} finally {
  db.close();
}
