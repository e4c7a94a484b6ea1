import type { Database, Statement } from 'better-sqlite3';
import type { AppendCall, AppendReply, StoredEntry } from './messages';
import type { Appended } from './port';

interface Statements {
  readonly begin: Statement;
  readonly commit: Statement;
  readonly rollback: Statement;
  readonly event: Statement;
  readonly beside: Statement;
  readonly running: Statement;
  readonly ended: Statement;
  readonly claim: Statement;
  readonly release: Statement;
  readonly probe: Statement;
}

/** Why SQLite refused a row, told apart by the index that it broke. */
function refusal(error: unknown): Appended {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (!code.startsWith('SQLITE_CONSTRAINT')) return 'failed';
  return message.includes('personal.') ? 'name-taken' : 'conflict';
}

/** Appends calls to the log, many in one commit. Knows nothing of threads. */
export class Appender {
  private readonly statements: Statements;

  constructor(private readonly db: Database) {
    this.statements = {
      begin: db.prepare('BEGIN IMMEDIATE'),
      commit: db.prepare('COMMIT'),
      rollback: db.prepare('ROLLBACK'),
      event: db.prepare(
        'INSERT INTO event (session, seq, at, version, command, body) VALUES (?, ?, ?, ?, ?, ?)',
      ),
      beside: db.prepare('INSERT INTO beside (session, seq, seat, body) VALUES (?, ?, ?, ?)'),
      running: db.prepare('INSERT INTO running (session, code) VALUES (?, ?)'),
      ended: db.prepare('DELETE FROM running WHERE session = ?'),
      claim: db.prepare('INSERT INTO personal (session, row, text, folded) VALUES (?, ?, ?, ?)'),
      release: db.prepare('DELETE FROM personal WHERE session = ? AND row = ?'),
      // A number that changes: SQLite writes nothing for a row that stays the same.
      probe: db.prepare(
        'INSERT INTO probe (id, commits) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET commits = commits + 1',
      ),
    };
  }

  /** One commit for all `calls`; a call that breaks a rule is rolled back alone. */
  append(calls: readonly AppendCall[]): AppendReply[] {
    try {
      this.statements.begin.run();
      const [call, ...others] = calls;
      const replies =
        call && others.length === 0 ? [this.alone(call)] : calls.map((one) => this.attempt(one));
      if (this.db.inTransaction) this.statements.commit.run();
      return replies;
    } catch {
      if (this.db.inTransaction) this.statements.rollback.run();
      return calls.map(({ call }) => ({ call, outcome: 'failed', at: null }));
    }
  }

  /** Whether the disk takes a commit now. */
  probe(): boolean {
    try {
      this.statements.probe.run();
      return true;
    } catch {
      return false;
    }
  }

  /** A call that shares its commit with others. */
  private attempt(call: AppendCall): AppendReply {
    this.db.exec('SAVEPOINT call');
    const reply = this.written(call);
    if (reply.outcome !== 'durable') this.db.exec('ROLLBACK TO call');
    this.db.exec('RELEASE call');
    return reply;
  }

  /** One that has a commit for itself: nothing has to be kept when it is rolled back. */
  private alone(call: AppendCall): AppendReply {
    const reply = this.written(call);
    if (reply.outcome !== 'durable') this.statements.rollback.run();
    return reply;
  }

  /** Throws if the disk does not take it. */
  private written({ call, entries }: AppendCall): AppendReply {
    for (const [at, entry] of entries.entries()) {
      try {
        this.write(entry);
      } catch (error) {
        const outcome = refusal(error);
        if (outcome === 'failed') throw error;
        return { call, outcome, at };
      }
    }
    return { call, outcome: 'durable', at: null };
  }

  private write({ session, events, claim, release, code, ends }: StoredEntry): void {
    if (release !== null) this.statements.release.run(session, release);
    if (code !== null) this.statements.running.run(session, code);
    for (const e of events) {
      this.statements.event.run(session, e.seq, e.at, e.version, e.command, e.body);
      if (e.beside != null) this.statements.beside.run(session, e.seq, e.of, e.beside);
    }
    // After the events: of a call that is there already its seq says so, and not its name.
    if (claim) this.statements.claim.run(session, claim.row, claim.text, claim.folded);
    if (ends) this.statements.ended.run(session);
  }
}
