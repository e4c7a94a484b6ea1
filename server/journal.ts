import type { FastifyBaseLogger } from 'fastify';
import type { EventOf } from '#shared/session/events';
import type { Role } from '#shared/session/views';
import type { ProblemCode } from '#shared/problems';
import type { LogLevel } from './env';
import type { WhyUnreadable } from './storage/log/rebuild';

type EndedBecause = NonNullable<EventOf<'session-ended'>['why']>;

/**
 * What the server says about its own life, in one closed list: never a name, a secret, a code that opens something,
 * or somebody's address. A session is its id alone.
 */
export type Entry =
  | {
      readonly event: 'server-started';
      readonly version: string;
      readonly node: string;
      readonly port: number;
      /** Sessions that go on from before. */
      readonly running: number;
      /** The port of its figures; left out: it measures nothing. */
      readonly metrics?: number;
    }
  | { readonly event: 'server-stopping'; readonly signal: string }
  /** Its rooms have gone to other servers. */
  | { readonly event: 'server-drained'; readonly ms: number }
  | { readonly event: 'server-stopped'; readonly ms: number }
  | { readonly event: 'session-started' | 'session-taken-up'; readonly session: string }
  /** `why` is left out where its teacher has ended it. */
  | { readonly event: 'session-ended'; readonly session: string; readonly why?: EndedBecause }
  /** `seq`: the first event of its log that could not be read. */
  | {
      readonly event: 'session-put-aside';
      readonly session: string;
      readonly why: WhyUnreadable;
      readonly seq: number;
    }
  /** A newer build has written to it, from this event on: it is for a server of that build. */
  | { readonly event: 'session-newer'; readonly session: string; readonly seq: number }
  /** Session and role are null of who was not let in. */
  | { readonly event: 'reader-cut-off'; readonly session: string | null; readonly role: Role | null }
  /** `why`: what it sent itself, or as the heaviest of a network that sent too much. */
  | {
      readonly event: 'sender-cut-off';
      readonly session: string | null;
      readonly role: Role | null;
      readonly why: 'connection' | 'network';
    }
  | { readonly event: 'storage-failed' | 'storage-recovered' }
  /** Somebody else has written to a session that was here: who was connected is sent there. */
  | { readonly event: 'room-moved'; readonly session: string }
  /** Somebody has come here for a session to which another server goes on writing, so that it could not be taken over. */
  | { readonly event: 'room-outrun'; readonly session: string }
  /** `why`: the log answers nothing, or the process has not run for a while; so many rooms were here. */
  | { readonly event: 'stood-back'; readonly why: 'log' | 'gap'; readonly rooms: number }
  | { readonly event: 'standing-again'; readonly ms: number }
  /** A built-in lesson that is left out: what is wrong, where in which file. */
  | {
      readonly event: 'lesson-broken';
      readonly file: string;
      readonly path: string;
      readonly code: ProblemCode;
    }
  /** New seats are asked for faster than one browser, or one network, gets them. */
  | { readonly event: 'seats-throttled'; readonly session: string }
  | { readonly event: 'guesses-throttled'; readonly at: 'password' | 'code' }
  /** A page of another origin, or behind a proxy that does not say what was asked: what it said, and what was. */
  | {
      readonly event: 'origin-refused';
      readonly at: 'request' | 'socket';
      readonly origin: string;
      readonly host: string;
    };

export type Journal = (entry: Entry) => void;

const levels: Readonly<Record<Entry['event'], Exclude<LogLevel, 'silent'>>> = {
  'server-started': 'info',
  'server-stopping': 'info',
  'server-drained': 'info',
  'server-stopped': 'info',
  'session-started': 'info',
  'session-ended': 'info',
  'session-taken-up': 'info',
  'session-put-aside': 'warn',
  'session-newer': 'warn',
  'reader-cut-off': 'warn',
  'sender-cut-off': 'warn',
  'storage-failed': 'error',
  'storage-recovered': 'warn',
  'room-moved': 'info',
  'room-outrun': 'warn',
  'stood-back': 'warn',
  'standing-again': 'warn',
  'lesson-broken': 'error',
  'seats-throttled': 'warn',
  'guesses-throttled': 'warn',
  'origin-refused': 'warn',
};

/** Everything that the journal can tell of. */
export const EVENTS = Object.keys(levels) as readonly Entry['event'][];

/** Somebody who goes on must not be able to fill the disk with it: one line a minute of a kind says as much, ms. */
const SELDOM = 60_000;

/** What is told seldom, and of whom; null: it is told every time. */
function seldom(entry: Entry): string | null {
  switch (entry.event) {
    case 'guesses-throttled':
    case 'origin-refused':
      return `${entry.event} ${entry.at}`;
    case 'seats-throttled':
      return `${entry.event} ${entry.session}`;
    case 'reader-cut-off':
      return entry.session === null ? entry.event : `${entry.event} ${entry.session} ${entry.role}`;
    case 'sender-cut-off':
      return `${entry.event} ${entry.why} ${entry.session}`;
    default:
      return null;
  }
}

/** Whether an entry was told so lately that it need not be told again. */
function repeats(now: () => number): (entry: Entry) => boolean {
  const told = new Map<string, number>();
  return (entry) => {
    const what = seldom(entry);
    if (what === null) return false;
    const again = now() - (told.get(what) ?? -Infinity) < SELDOM;
    if (!again) told.set(what, now());
    return again;
  };
}

/** Writes entries as lines of JSON, each at the level of its event. */
export function openJournal(log: FastifyBaseLogger, level: LogLevel, now: () => number): Journal {
  const lines = log.child({}, { level });
  const isRepeated = repeats(now);
  return (entry) => {
    if (!isRepeated(entry)) lines[levels[entry.event]](entry);
  };
}
