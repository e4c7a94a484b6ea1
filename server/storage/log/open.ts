import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredEvent } from '#shared/session/upcast';
import type { AppendCall, AppendReply, EraseCall, EraseReply, ProbeCall, ProbeReply } from './messages';
import type { Head, ReadCall, ReadReply } from './messages';
import type { RunningSession, SessionLog } from './port';
import { decoded } from './rebuild';
import { stored } from './stored';
import { Thread, type Unnumbered } from './thread';

type WriteCall = AppendCall | EraseCall | ProbeCall;
type WriteReply = AppendReply | EraseReply | ProbeReply;

/** The built thread scripts stand beside the built server; tests hand in where they are. */
const besideServer = new URL('.', import.meta.url);

/** Where the log of a data folder stands. */
export const logFile = (dir: string): string => join(dir, 'log.db');

/**
 * Opens the log in `dir`, on two threads: one that appends and syncs, one that reads, so that neither a slow disk
 * nor a long review stops the sockets. Rejects if the file cannot be opened with every commit synced.
 */
export async function openLog(dir: string, scripts: URL = besideServer): Promise<SessionLog> {
  mkdirSync(dir, { recursive: true });
  const file = logFile(dir);
  const appender = await Thread.start<WriteCall, WriteReply>(new URL('appender.js', scripts), file);
  const reader = await Thread.start<ReadCall, ReadReply>(new URL('reader.js', scripts), file);
  const rows = async <Row>(call: Unnumbered<ReadCall>): Promise<readonly Row[]> => {
    const reply = await reader.ask(call);
    if (reply.error !== null) throw new Error(reply.error);
    return reply.rows as readonly Row[];
  };
  return {
    append: async (entries) => {
      try {
        const reply = await appender.ask({ entries: entries.map(stored) });
        return 'outcome' in reply
          ? { outcome: reply.outcome, at: reply.at }
          : { outcome: 'failed', at: null };
      } catch {
        return { outcome: 'failed', at: null };
      }
    },
    read: async (session, after = 0) =>
      decoded(await rows<StoredEvent>({ ask: 'events', session, after }), after),
    names: async (session) =>
      new Map(
        (await rows<{ row: string; text: string }>({ ask: 'names', session })).map((n) => [n.row, n.text]),
      ),
    running: () => rows<RunningSession>({ ask: 'running' }),
    find: async (key) => {
      const found = await rows<RunningSession>(
        'code' in key ? { ask: 'coded', code: key.code } : { ask: 'unended', session: key.session },
      );
      return found[0] ?? null;
    },
    heads: async (sessions) =>
      new Map((await rows<Head>({ ask: 'heads', sessions })).map(({ session, seq }) => [session, seq])),
    erase: async (session, what, seat) => {
      try {
        const reply = await appender.ask({ session, erase: what, seat: seat ?? null });
        return 'erased' in reply && reply.erased;
      } catch {
        return false;
      }
    },
    probe: async () => {
      try {
        const reply = await appender.ask({ probe: true });
        return 'committed' in reply && reply.committed;
      } catch {
        return false;
      }
    },
    close: async () => {
      await appender.close();
      await reader.close();
    },
  };
}
