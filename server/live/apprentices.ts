import type { Ack } from '#shared/protocol';
import { pendingJobs, resultId, type PendingJob } from '#shared/session/jobs';
import type { SessionState } from '#shared/session/state';
import type { Train } from '../workers/pool';
import type { Clock } from './clock';
import type { Intent } from './intent';

/** When to bring a result again that could not be saved, ms. */
const BRING_AGAIN = 1_000;

export interface ApprenticesPorts {
  readonly session: string;
  readonly clock: Clock;
  readonly train: Train;
  readonly execute: (intent: Intent) => Promise<Ack>;
}

/** Has trained what the log asks for, and brings the results back as commands. Each job is under way once. */
export class Apprentices {
  private readonly underWay = new Set<string>();

  constructor(private readonly ports: ApprenticesPorts) {}

  /** Looks for jobs that nobody has in hand: after a submission, and after a restart. */
  look(state: SessionState): void {
    for (const job of pendingJobs(state)) {
      const id = resultId(job.step, job.job);
      if (this.underWay.has(id)) continue;
      this.underWay.add(id);
      void this.train(id, job);
    }
  }

  private async train(id: string, { step, job, seat, request }: PendingJob): Promise<void> {
    const { session, train, execute, clock } = this.ports;
    const result = await train(request(), { session, seat });
    const bring = async (): Promise<void> => {
      const command = { type: 'result', step, job, result } as const;
      const ack = await execute({ id, actor: { role: 'server', command }, claim: null });
      if (!ack.ok && ack.code === 'storage-failed') clock.after(BRING_AGAIN, () => void bring());
      else this.underWay.delete(id);
    };
    await bring();
  }
}
