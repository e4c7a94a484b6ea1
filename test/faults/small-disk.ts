import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { temporaryFolder } from '../support/folder';

const ran = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' });

/** Why no disk of its own can be mounted here; null: it can. */
export function unmountable(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a small disk needs root on Linux';
  try {
    SmallDisk.mount(1).remove();
    return null;
  } catch (error) {
    return `no small disk can be mounted (${String(error)})`;
  }
}

const MEGABYTE = 1_048_576;
const PAGE = 4_096;

/** A disk in memory with a data folder on it, which can be filled up and made read-only. */
export class SmallDisk {
  readonly #folder = temporaryFolder();
  readonly #mounted = this.#folder.path;
  readonly data = join(this.#mounted, 'data');
  readonly #filler = join(this.#mounted, 'filler');

  private constructor(megabytes: number) {
    const { status, stderr } = ran(
      'mount',
      '-t',
      'tmpfs',
      '-o',
      `size=${megabytes}m`,
      'tmpfs',
      this.#mounted,
    );
    if (status !== 0) {
      this.#folder.remove();
      throw new Error(stderr.trim());
    }
    mkdirSync(this.data);
  }

  static mount(megabytes: number): SmallDisk {
    return new SmallDisk(megabytes);
  }

  /** Writes until not one page is left; answers with how much that was, bytes. */
  fill(): number {
    const file = openSync(this.#filler, 'a');
    const written = [MEGABYTE, PAGE].reduce((sum, size) => sum + fillWith(file, Buffer.alloc(size, 1)), 0);
    closeSync(file);
    return written;
  }

  /** The filler goes away. */
  free(): void {
    rmSync(this.#filler, { force: true });
  }

  /** Becomes read-only; refused by the system while somebody has a file open for writing. */
  seal(): void {
    const { status, stderr } = ran('mount', '-o', 'remount,ro', this.#mounted);
    if (status !== 0) throw new Error(stderr.trim());
  }

  /** Even if somebody still has a file open. */
  remove(): void {
    ran('umount', '-l', this.#mounted);
    this.#folder.remove();
  }
}

function fillWith(file: number, piece: Buffer): number {
  for (let written = 0; ;) {
    try {
      written += writeSync(file, piece);
    } catch {
      return written;
    }
  }
}

/** Uses up what a log has kept for itself: the free pages of its file, until `enough` or until the disk is full. */
export function useUpRoom(logFile: string, enough: (freePages: number) => boolean): void {
  const log = new Database(logFile);
  try {
    log.exec('CREATE TABLE IF NOT EXISTS filler (pages BLOB)');
    for (const bytes of [16 * PAGE, PAGE, 100]) {
      const insert = log.prepare(`INSERT INTO filler VALUES (zeroblob(${bytes}))`);
      while (!enough(log.pragma('freelist_count', { simple: true }) as number) && taken(insert));
    }
  } finally {
    log.close();
  }
}

function taken(insert: Database.Statement): boolean {
  try {
    insert.run();
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_FULL') return false;
    throw error;
  }
}
