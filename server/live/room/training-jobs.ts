import type { Ack } from '#shared/protocol';
import type { LoggedEvent } from '#shared/session/events';
import { pendingJob, pendingJobs, resultId, type PendingJob } from '#shared/session/ledger/jobs';
import type { SessionState } from '#shared/session/state';
import type { TrainingResult } from '#shared/training/request';
import type { Train } from '../../workers/pool';
import type { Clock } from '../clock';
import type { SentCommand } from '../sent-command';

/** When to bring a result again that could not be saved, ms. */
const BRING_AGAIN = 1_000;

export interface TrainingPorts {
  readonly session: string;
  readonly clock: Clock;
  readonly train: Train;
  readonly execute: (command: SentCommand) => Promise<Ack>;
}

/**
 * Hands what the log asks for to the training pool, and brings the results back as commands. It has no queue: every job
 * goes to the pool at once, with the seats that wait for it, and the pool decides whose turn it is.
 */
export class TrainingJobs {
  /** Jobs that are under way; those whose result is on its way to the log are in it with `true`. */
  private readonly underWay = new Map<string, boolean>();

  constructor(private readonly ports: TrainingPorts) {}

  /** Takes on everything that the log asks for: after a restart. */
  takeAll(state: SessionState): void {
    for (const job of pendingJobs(state)) this.take(job);
  }

  /** Takes on what was submitted just now. */
  follow(state: SessionState, records: readonly LoggedEvent[]): void {
    for (const { event } of records) {
      if (event.type !== 'submitted') continue;
      const job = pendingJob(state, event.step, event.seat, event.job);
      if (job) this.take(job);
    }
  }

  private take(pending: PendingJob): void {
    const { session, train } = this.ports;
    const id = resultId(pending.step, pending.job);
    if (this.underWay.get(id)) return;
    const trained = train({ session, seat: pending.seat, job: id, request: pending.request });
    if (this.underWay.has(id)) return;
    this.underWay.set(id, false);
    void trained.then((result) => this.bring(id, pending, result));
  }

  private async bring(id: string, pending: PendingJob, result: TrainingResult | null): Promise<void> {
    const { execute, clock } = this.ports;
    this.underWay.set(id, true);
    const { step, job } = pending;
    const command = { type: 'result', step, job, result } as const;
    const ack = await execute({ id, actor: { role: 'server', command }, claim: null });
    if (!ack.ok && ack.code === 'storage-failed')
      clock.after(BRING_AGAIN, () => void this.bring(id, pending, result));
    else this.underWay.delete(id);
  }
}
