import type * as client from '@platformatic/prom-client';
import { errorCodes, type ErrorCode } from '#shared/errors';
import { EVENTS } from '../journal';
import type { Appended } from '../storage/log/port';
import type { Metrics, Sources } from './port';
import { processFigures } from './process';

export type Prometheus = typeof client;
export type Register = client.Registry[];

/** Which build answers: while servers are renewed one after the other, two do. */
export interface Identity {
  readonly version: string;
  readonly build: string;
}

/** Where what people wait for is counted, s. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

const MILLISECONDS = 1_000;

const OUTCOMES: readonly Appended[] = ['durable', 'conflict', 'name-taken', 'failed'];

/** What is asked of a process, made with the package that writes it down; `page` is what a scrape gets. */
export interface Measured extends Omit<Metrics, 'close'> {
  readonly page: () => Promise<string>;
  readonly contentType: string;
  readonly stop: () => void;
}

function countersOf({ Counter, Histogram }: Prometheus, registers: Register) {
  return {
    ack: new Histogram({
      ...{ name: 'trainoff_ack_seconds', buckets: BUCKETS, registers, labelNames: ['role'] as const },
      help: 'From the arrival of a command to its ack, which follows the durable commit. Refused ones are not in it.',
    }),
    commit: new Histogram({
      ...{ name: 'trainoff_commit_seconds', buckets: BUCKETS, registers },
      help: 'What the log needs to make one append durable, the wait for the commit before it included.',
    }),
    appends: new Counter({
      ...{ name: 'trainoff_appends_total', registers, labelNames: ['outcome'] as const },
      help: 'Appends to the log. conflict: another server, or an earlier try, had written first.',
    }),
    refused: new Counter({
      ...{ name: 'trainoff_refused_total', registers, labelNames: ['at', 'code'] as const },
      help: 'What was refused, by where and by the code that people get a sentence for.',
    }),
    events: new Counter({
      ...{ name: 'trainoff_journal_total', registers, labelNames: ['event'] as const },
      help: 'Entries of the journal by their event, also those that its level leaves out.',
    }),
  };
}

/** Gauges that look when they are asked; one whose source was not said is not made. */
function gaugesOf({ Gauge }: Prometheus, registers: Register) {
  return ({ sockets, sessions, shut, jobs }: Partial<Sources>): void => {
    if (sockets)
      new Gauge({
        ...{ name: 'trainoff_sockets', help: 'Connections that were let in.', registers },
        labelNames: ['role'] as const,
        collect() {
          for (const [role, open] of Object.entries(sockets())) this.set({ role }, open);
        },
      });
    if (sessions)
      new Gauge({
        ...{ name: 'trainoff_sessions', help: 'Sessions in the memory of this process.', registers },
        collect() {
          this.set(sessions());
        },
      });
    if (shut)
      new Gauge({
        ...{ name: 'trainoff_shut', help: '1: takes nobody, and /readyz says so.', registers },
        collect() {
          this.set(shut() ? 1 : 0);
        },
      });
    if (jobs) {
      new Gauge({
        ...{
          name: 'trainoff_jobs',
          help: 'On a server: trainings that wait for a thread or a worker. On a worker: those that it has taken.',
          registers,
        },
        collect() {
          this.set(jobs().waiting);
        },
      });
      new Gauge({
        ...{ name: 'trainoff_jobs_oldest_seconds', registers },
        help: 'How long the oldest one that waits has waited. 0: none waits.',
        collect() {
          this.set(jobs().oldest / MILLISECONDS);
        },
      });
    }
  };
}

/** All figures of this process. Nothing is computed until somebody asks, except counts and two histograms. */
export function measure(prometheus: Prometheus, { version, build }: Identity): Measured {
  const register = new prometheus.Registry();
  const registers: Register = [register];
  const stop = processFigures(prometheus, registers);
  const counters = countersOf(prometheus, registers);
  // A rule that waits for a first time has to see the zero before it.
  for (const event of EVENTS) counters.events.inc({ event }, 0);
  for (const outcome of OUTCOMES) counters.appends.inc({ outcome }, 0);
  new prometheus.Gauge({
    ...{ name: 'trainoff_build_info', help: 'Always 1.', registers },
    labelNames: ['version', 'build'] as const,
  }).set({ version, build }, 1);
  const refused: Metrics['refused'] = (at, code) => counters.refused.inc({ at, code });
  return {
    refused,
    arrived: (role) => {
      const since = performance.now();
      return (ack) => {
        if (ack.ok) counters.ack.observe({ role }, (performance.now() - since) / MILLISECONDS);
        else refused('command', ack.code);
      };
    },
    timed: (log) => ({
      ...log,
      append: async (entries) => {
        const since = performance.now();
        const appended = await log.append(entries);
        counters.commit.observe((performance.now() - since) / MILLISECONDS);
        counters.appends.inc({ outcome: appended.outcome });
        return appended;
      },
    }),
    counted: (journal) => (entry) => {
      counters.events.inc({ event: entry.event });
      journal(entry);
    },
    follow: (http) =>
      void http.addHook('preSerialization', (_request, reply, payload, done) => {
        const code = reply.statusCode < 400 ? undefined : codeIn(payload);
        if (code) refused('request', code);
        done(null, payload);
      }),
    watch: gaugesOf(prometheus, registers),
    page: async () => register.metrics(),
    contentType: register.contentType,
    stop,
  };
}

const codeIn = (payload: unknown): ErrorCode | undefined => {
  const code = typeof payload === 'object' && payload !== null && 'code' in payload ? payload.code : null;
  return errorCodes.find((known) => known === code);
};
