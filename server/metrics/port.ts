import type { FastifyInstance } from 'fastify';
import type { ErrorCode } from '#shared/errors';
import type { Ack } from '#shared/protocol';
import type { Role } from '#shared/session/views';
import type { Journal } from '../journal';
import type { SessionLog } from '../storage/log/port';
import type { Load } from '../workers/job-lines';

/** What is looked at when somebody asks, and not before. */
export interface Sources {
  /** Connections that were let in. */
  readonly sockets: () => Readonly<Record<Role, number>>;
  /** Sessions in this process's memory. */
  readonly sessions: () => number;
  /** Whether the doors are shut: readiness says no, and a proxy goes elsewhere. */
  readonly shut: () => boolean;
  /** What trains, or has it done. */
  readonly jobs: () => Load;
}

/** Where somebody was refused: at the opening or handshake of a socket, with a command, or with a request. */
export type RefusedAt = 'socket' | 'command' | 'request';

/** What is measured of a process that serves or trains. No figure knows a student, a session or a network. */
export interface Metrics {
  /** A command has arrived; what is returned is told its ack, at the moment when that leaves. */
  readonly arrived: (role: Role) => (ack: Ack) => void;
  readonly refused: (at: RefusedAt, code: ErrorCode) => void;
  /** The same log, whose commits are timed. */
  readonly timed: (log: SessionLog) => SessionLog;
  /** The same journal, whose entries are counted, also those that its level leaves out. */
  readonly counted: (journal: Journal) => Journal;
  /** Counts what requests are refused with. */
  readonly follow: (http: FastifyInstance) => void;
  /** Says where to look; what is not said is not shown. */
  readonly watch: (sources: Partial<Sources>) => void;
  readonly close: () => Promise<void>;
}

const nothing = (): void => undefined;

/** Measures nothing. */
export const unmeasured: Metrics = {
  arrived: () => nothing,
  refused: nothing,
  timed: (log) => log,
  counted: (journal) => journal,
  follow: nothing,
  watch: nothing,
  close: () => Promise.resolve(),
};
