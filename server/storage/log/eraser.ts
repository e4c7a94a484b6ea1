import type { Database, Statement } from 'better-sqlite3';
import type { EraseCall, EraseReply } from './messages';
import { makeRoom } from './schema';

/** How often the end of another connection's reading is waited for; each wait lasts the busy timeout at most. */
const TRIES = 3;

/** Erases so that no byte is left: rows are overwritten, pages written anew, the WAL cut to nothing. */
export class Eraser {
  private readonly name: Statement;
  private readonly words: Statement;
  private readonly session: readonly Statement[];

  constructor(private readonly db: Database) {
    this.name = db.prepare('DELETE FROM personal WHERE session = ? AND row = ?');
    this.words = db.prepare('DELETE FROM beside WHERE session = ? AND seat = ?');
    this.session = ['personal', 'beside', 'event', 'running'].map((table) =>
      db.prepare(`DELETE FROM ${table} WHERE session = ?`),
    );
  }

  erase({ call, session, erase, seat }: EraseCall): EraseReply {
    try {
      this.remove(session, erase, seat);
      // Moving cells leaves copies in the gaps of pages, which secure_delete does not reach.
      this.db.exec('VACUUM');
      const erased = this.cutWal();
      makeRoom(this.db);
      return { call, erased };
    } catch {
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
      return { call, erased: false };
    }
  }

  private remove(session: string, what: EraseCall['erase'], seat: EraseCall['seat']): void {
    this.db.exec('BEGIN IMMEDIATE');
    if (what === 'all') for (const statement of this.session) statement.run(session);
    else for (const row of what) this.name.run(session, row);
    if (seat !== null) this.words.run(session, seat);
    this.db.exec('COMMIT');
  }

  /** False if somebody kept reading the old pages all the while. */
  private cutWal(): boolean {
    for (let tries = 0; tries < TRIES; tries++) {
      const [row] = this.db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      if (row?.busy === 0) return true;
    }
    return false;
  }
}
