import { writeEvent, type StoredEvent } from '#shared/session/upcast';
import type { Appended, Entry, RunningSession, SessionKey, SessionLog } from './port';
import { decoded } from './rebuild';

interface Held {
  readonly events: readonly StoredEvent[];
  readonly names: ReadonlyMap<string, { readonly text: string; readonly folded: string }>;
  readonly code: string | null;
}

const nothing: Held = { events: [], names: new Map(), code: null };

/** The log without a disk: for rehearsals, the simulator and tests of rules. Same contract, nothing survives. */
export function memoryLog(): SessionLog {
  const sessions = new Map<string, Held>();
  const codes = () => new Set([...sessions.values()].map((held) => held.code));
  const running = (): RunningSession[] =>
    [...sessions].flatMap(([session, { code }]) => (code === null ? [] : [{ session, code }]));
  return {
    append: (entries) => {
      const draft = new Map(sessions);
      for (const [at, entry] of entries.entries()) {
        const before = draft.get(entry.session) ?? nothing;
        const after = added(before, entry, codes());
        if (typeof after === 'string') return Promise.resolve({ outcome: after, at });
        draft.set(entry.session, after);
      }
      for (const [session, held] of draft) sessions.set(session, held);
      return Promise.resolve({ outcome: 'durable', at: null });
    },
    read: async (session, after = 0) => {
      const { events } = await Promise.resolve(sessions.get(session) ?? nothing);
      return decoded(
        events.filter(({ seq }) => seq > after),
        after,
      );
    },
    names: (session) => {
      const names = (sessions.get(session) ?? nothing).names;
      return Promise.resolve(new Map([...names].map(([row, name]) => [row, name.text])));
    },
    running: () => Promise.resolve(running().sort((a, b) => (a.session < b.session ? -1 : 1))),
    find: (key) => Promise.resolve(running().find((one) => isMeant(one, key)) ?? null),
    heads: (asked) =>
      Promise.resolve(
        new Map(
          asked.flatMap((session) => {
            const last = sessions.get(session)?.events.at(-1);
            return last ? [[session, last.seq] as const] : [];
          }),
        ),
      ),
    erase: (session, what, seat) => {
      const held = sessions.get(session);
      if (what === 'all') sessions.delete(session);
      else if (held)
        sessions.set(session, {
          ...held,
          names: without(held.names, what),
          events: held.events.map((e) => (seat !== undefined && e.of === seat ? { ...e, beside: null } : e)),
        });
      return Promise.resolve(true);
    },
    probe: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
}

const isMeant = ({ session, code }: RunningSession, key: SessionKey): boolean =>
  'code' in key ? code === key.code : session === key.session;

const without = (names: Held['names'], rows: readonly string[]): Held['names'] =>
  new Map([...names].filter(([row]) => !rows.includes(row)));

/** What is held once `entry` is in, or why it cannot be. */
function added(held: Held, entry: Entry, codes: ReadonlySet<string | null>): Held | Appended {
  const events = entry.events.map(writeEvent);
  const clash = events.some((e) =>
    held.events.some((h) => h.seq === e.seq || (e.command !== null && h.command === e.command)),
  );
  if (clash) return 'conflict';
  const names = new Map(held.names);
  if (entry.release !== null) names.delete(entry.release);
  if (entry.claim) {
    const { row, text, folded } = entry.claim;
    if ([...names.values()].some((name) => name.folded === folded)) return 'name-taken';
    names.set(row, { text, folded });
  }
  let { code } = held;
  for (const { event } of entry.events) {
    if (event.type === 'session-created' || event.type === 'end-undone') {
      if (codes.has(event.code)) return 'conflict';
      code = event.code;
    }
    if (event.type === 'session-ended') code = null;
  }
  return { events: [...held.events, ...events], names, code };
}
