import { CLASS } from '#shared/session/ledger/jobs';
import type { SessionState } from '#shared/session/state';
import { pendingClasses, reckonedId, type PendingClass } from '#shared/session/together/pending';
import type { ClassResult, ClassSettled } from '#shared/training/together/request';
import type { Reckon } from '../../workers/pool';
import { bring, type BringPorts } from './bring';

export interface ClassJobsPorts extends BringPorts {
  readonly session: string;
  readonly reckon: Reckon;
}

/** Hands classes that the log says have sent to the pool, and brings what they come to back as commands. */
export class ClassJobs {
  private readonly underWay = new Set<string>();
  private stopped = false;

  constructor(private readonly ports: ClassJobsPorts) {}

  /** Takes on what the log asks for: after a restart, and after whatever has happened. */
  takeAll(state: SessionState): void {
    for (const pending of pendingClasses(state)) this.take(pending);
  }

  /** Takes on nothing any more: the room was let go. */
  stop(): void {
    this.stopped = true;
  }

  private take({ step, run, request }: PendingClass): void {
    const { session, reckon } = this.ports;
    const id = reckonedId(step, run);
    if (this.stopped || this.underWay.has(id)) return;
    this.underWay.add(id);
    // The class as it is now: what changes it makes another run.
    const asked = request();
    void reckon({ session, device: CLASS, job: id, request: () => asked })
      .then((result) => (isSettled(result) ? result : null))
      .then((result) => bring(this.ports, id, { type: 'reckoned', step, run, result }))
      .then(() => this.underWay.delete(id));
  }
}

const isSettled = (result: ClassResult | null): result is ClassSettled => result !== null && 'half' in result;
