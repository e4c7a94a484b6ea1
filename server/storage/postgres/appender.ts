import type { ClientBase, Pool, QueryConfig } from 'pg';
import type { StoredEntry } from '../log/messages';
import type { SessionLog } from '../log/port';
import { NAMES_TABLE } from './log-tables';
import { addedBy, onlyAdds, writtenBy } from './statements';
import { isAboutRows, takenIn, transaction, type Uncommitted } from './transaction';

type Outcome = Awaited<ReturnType<SessionLog['append']>>;

/** The entries of one call, which stand or fall together. */
interface Call {
  readonly entries: readonly StoredEntry[];
  readonly settle: (outcome: Outcome) => void;
}

/** Calls of one commit. */
const MOST = 100;

const DURABLE: Outcome = { outcome: 'durable', at: null };
const FAILED: Outcome = { outcome: 'failed', at: null };

/** Appends calls to the log: while one commit is on its way the next one collects, across sessions. */
export class Appender {
  private waiting: Call[] = [];
  private pumping = false;
  private readonly unsettled = new Set<Promise<Outcome>>();

  constructor(private readonly writer: Pool) {}

  /** Never rejects. `failed` also where the connection was lost before the database could say what became of it. */
  append(entries: readonly StoredEntry[]): Promise<Outcome> {
    const appended = new Promise<Outcome>((settle) => this.waiting.push({ entries, settle }));
    this.unsettled.add(appended);
    void appended.then(() => this.unsettled.delete(appended));
    void this.pump();
    return appended;
  }

  /** Resolves once what was asked before is settled. */
  async settled(): Promise<void> {
    await Promise.all([...this.unsettled]);
  }

  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    while (this.waiting.length > 0) {
      const calls = this.waiting.splice(0, MOST);
      const left = new Set(calls);
      try {
        await this.commit(calls, left);
      } catch {
        for (const { settle } of left) settle(FAILED);
      }
    }
    this.pumping = false;
  }

  /** Throws if there is no connection, or it is lost; whoever is settled by then is not `left` any more. */
  private async commit(calls: readonly Call[], left: Set<Call>): Promise<void> {
    const client = await this.writer.connect();
    const settle: Settle = (call, outcome) => {
      left.delete(call);
      call.settle(outcome);
    };
    try {
      await commitOn(client, calls, settle);
      client.release();
    } catch (error) {
      // The next one gets another connection: this one's database may have become one that only reads.
      client.release(true);
      throw error;
    }
  }
}

type Settle = (call: Call, outcome: Outcome) => void;

async function commitOn(client: ClientBase, calls: readonly Call[], settle: Settle): Promise<void> {
  const together = calls.filter(({ entries }) => entries.every(onlyAdds));
  const statements = addedBy(together.flatMap(({ entries }) => entries));
  const refused = together.length > 0 ? aboutRows(await transaction(client, statements)) : null;
  if (!refused) for (const call of together) settle(call, DURABLE);
  // One of them spoils it for all: each goes alone, so that it is known which.
  const alone = refused ? calls : calls.filter((call) => !together.includes(call));
  for (const call of alone) settle(call, await commitAlone(client, call));
}

async function commitAlone(client: ClientBase, { entries }: Call): Promise<Outcome> {
  const written = entries.map(writtenBy);
  const refused = aboutRows(await transaction(client, written.flat()));
  if (!refused) return DURABLE;
  const table = takenIn(refused.why);
  if (table === null) return FAILED;
  const at = entryOf(refused, written);
  return { outcome: table === NAMES_TABLE ? 'name-taken' : 'conflict', at };
}

/** Throws what is not the fault of what was written. */
function aboutRows(refused: Uncommitted | null): Uncommitted | null {
  if (refused && !isAboutRows(refused.why)) throw refused.why;
  return refused;
}

/** The entry whose statement was refused. */
function entryOf({ at }: Uncommitted, written: readonly (readonly QueryConfig[])[]): number {
  let before = 0;
  return written.findIndex(({ length }) => at < (before += length));
}
