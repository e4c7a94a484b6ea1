import type { EventType, LoggedEvent } from '#shared/session/events';
import {
  isAwaited,
  pendingJob,
  pendingJobs,
  readingJobs,
  resultId,
  type PendingJob,
} from '#shared/session/ledger/jobs';
import type { SessionState } from '#shared/session/state';
import type { TrainingResult } from '#shared/training/request';
import type { Train } from '../../workers/pool';
import { bring, type BringPorts } from './bring';

export interface TrainingPorts extends BringPorts {
  readonly session: string;
  readonly state: () => SessionState;
  readonly train: Train;
}

/** A job in the pool, or whose result is on its way to the log. */
interface UnderWay {
  readonly pending: PendingJob;
  readonly dropping: AbortController;
  isEnding: boolean;
}

/** Who waits for what may be others now; or nobody does, since what was read is open again. */
const drops: ReadonlySet<EventType> = new Set(['seat-kicked', 'seats-kicked', 'step-opened', 'voting-again']);
const readmits: ReadonlySet<EventType> = new Set(['seat-readmitted', 'seats-readmitted']);

/**
 * Hands what the log asks for to the training pool, and brings the results back as commands. It has no queue: every job
 * goes to the pool at once, with the seats that wait for it, and the pool decides whose turn it is. What only kicked seats
 * wait for is taken back.
 */
export class TrainingJobs {
  private readonly underWay = new Map<string, UnderWay>();
  private stopped = false;

  constructor(private readonly ports: TrainingPorts) {}

  /** Waits for nothing any more, and takes on nothing: the room was let go. Whoever has the session now asks again. */
  stop(): void {
    this.stopped = true;
    for (const { dropping } of this.underWay.values()) dropping.abort();
    this.underWay.clear();
  }

  /** Takes on everything that the log asks for: after a restart. */
  takeAll(state: SessionState): void {
    for (const job of pendingJobs(state)) this.take(job);
  }

  /** Takes on what was submitted just now, and drops what nobody waits for any more. */
  follow(state: SessionState, records: readonly LoggedEvent[]): void {
    for (const { event } of records) {
      if (event.type === 'reading-asked') for (const job of readingJobs(state, event.step)) this.take(job);
      if (event.type !== 'submitted') continue;
      const job = pendingJob(state, event.step, event.seat, event.job);
      if (job) this.take(job);
    }
    if (records.some(({ event }) => drops.has(event.type))) this.dropUnawaited(state);
    if (records.some(({ event }) => readmits.has(event.type))) this.takeAll(state);
  }

  private take(pending: PendingJob): void {
    if (this.stopped) return;
    const { session, state, train } = this.ports;
    const id = resultId(pending.step, pending.job);
    const known = this.underWay.get(id);
    if (known?.isEnding) return;
    const one = known ?? { pending, dropping: new AbortController(), isEnding: false };
    const { signal } = one.dropping;
    const trained = train({
      ...{ session, device: pending.device, job: id },
      ...{ request: () => pending.request(state()), dropped: signal },
    });
    if (known) return;
    this.underWay.set(id, one);
    void trained.then((result) => {
      if (!signal.aborted) void this.bring(id, one, result);
    });
  }

  private dropUnawaited(state: SessionState): void {
    for (const [id, { pending, dropping, isEnding }] of this.underWay) {
      if (isEnding || isAwaited(state, pending.step, pending.job)) continue;
      this.underWay.delete(id);
      dropping.abort();
    }
  }

  private async bring(id: string, one: UnderWay, result: TrainingResult | null): Promise<void> {
    one.isEnding = true;
    const { step, job } = one.pending;
    await bring(this.ports, id, { type: 'result', step, job, result });
    this.underWay.delete(id);
  }
}
