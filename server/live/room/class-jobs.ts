import type { Ack } from '#shared/protocol';
import type { SessionState } from '#shared/session/state';
import { pendingClasses, reckonedId, type PendingClass } from '#shared/session/together/pending';
import type { ClassResult, ClassSettled } from '#shared/training/together/request';
import type { Reckon } from '../../workers/pool';
import type { Clock } from '../clock';
import type { SentCommand } from '../sent-command';

/** When to bring a result again that could not be saved, ms. */
const BRING_AGAIN = 1_000;

export interface ClassJobsPorts {
  readonly session: string;
  readonly clock: Clock;
  readonly reckon: Reckon;
  readonly execute: (command: SentCommand) => Promise<Ack>;
}

/** Hands classes that the log says have sent to the pool, and brings what they come to back as commands. */
export class ClassJobs {
  private readonly underWay = new Set<string>();

  constructor(private readonly ports: ClassJobsPorts) {}

  /** Takes on what the log asks for: after a restart, and after whatever has happened. */
  takeAll(state: SessionState): void {
    for (const pending of pendingClasses(state)) this.take(pending);
  }

  private take({ step, run, request }: PendingClass): void {
    const { session, reckon } = this.ports;
    const id = reckonedId(step, run);
    if (this.underWay.has(id)) return;
    this.underWay.add(id);
    // The class as it is now: what changes it makes another run.
    const asked = request();
    void reckon({ session, device: session, job: id, request: () => asked }).then((result) =>
      this.bring(id, { step, run }, isSettled(result) ? result : null),
    );
  }

  private async bring(
    id: string,
    of: { readonly step: number; readonly run: number },
    result: ClassSettled | null,
  ): Promise<void> {
    const { execute, clock } = this.ports;
    const command = { type: 'reckoned', ...of, result } as const;
    const ack = await execute({ id, actor: { role: 'server', command }, claim: null });
    if (!ack.ok && ack.code === 'storage-failed')
      clock.after(BRING_AGAIN, () => void this.bring(id, of, result));
    else this.underWay.delete(id);
  }
}

const isSettled = (result: ClassResult | null): result is ClassSettled => result !== null && 'half' in result;
