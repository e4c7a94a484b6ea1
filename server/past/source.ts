import Database from 'better-sqlite3';
import type { StoredEvent } from '#shared/session/upcast';
import { EVENTS_AFTER } from '../storage/log/schema';
import { isPostgres } from '../storage/postgres/address';
import { readers } from '../storage/postgres/connect';
import { eventsAfter, namesOf, type NameRow } from '../storage/postgres/reading';

/** Where sessions that are looked back at are read from. Rejects with a SourceFailed. */
export interface Source {
  /** The records with a seq above `after`, in order. */
  readonly events: (session: string, after: number) => Promise<readonly StoredEvent[]>;
  readonly names: (session: string) => Promise<readonly NameRow[]>;
  readonly close: () => Promise<void>;
}

/** It cannot be read now, and may be readable later. */
export class SourceFailed extends Error {
  override readonly name = 'SourceFailed';
}

async function attempted<Read>(read: () => Read | Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (cause) {
    throw new SourceFailed(String(cause), { cause });
  }
}

/** The log's own file, read on the thread that asks. */
export function sourceOn(db: Database.Database): Source {
  const events = db.prepare<[string, number], StoredEvent>(EVENTS_AFTER);
  const names = db.prepare<[string], NameRow>('SELECT row, text FROM personal WHERE session = ?');
  return {
    events: (session, after) => attempted(() => events.all(session, after)),
    names: (session) => attempted(() => names.all(session)),
    close: () => {
      db.close();
      return Promise.resolve();
    },
  };
}

/** `from`: the log's file, or the address of the database. */
export async function openSource(from: string): Promise<Source> {
  if (!isPostgres(from)) return sourceOn(new Database(from, { readonly: true }));
  const { pool, close } = await readers(from);
  return {
    events: (session, after) => attempted(() => eventsAfter(pool, session, after)),
    names: (session) => attempted(() => namesOf(pool, session)),
    close,
  };
}
