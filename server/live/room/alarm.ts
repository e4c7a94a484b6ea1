import type { Ack } from '#shared/protocol';
import type { SessionState } from '#shared/session/state';
import { nextWake, type Wake } from '#shared/session/conductor/wake';
import type { Clock, SessionClock } from '../clock';
import type { SentCommand } from '../sent-command';

/** When to ask again for what could not be saved, ms. */
const ASK_AGAIN = 500;

export interface AlarmPorts {
  readonly clock: Clock;
  readonly session: SessionClock;
  readonly state: () => SessionState;
  readonly execute: (command: SentCommand) => Promise<Ack>;
}

/** Sends the commands that are due at a certain time, such as closing a step whose time is over. */
export class Alarm {
  private cancel: (() => void) | null = null;
  /** When it rings, on the process's clock; null: it is not set. Most answers leave that as it is. */
  private rings: number | null = null;
  private stopped = false;

  constructor(private readonly ports: AlarmPorts) {}

  /** Looks at the state again. `pause`: the shortest time until it rings, ms. */
  set(pause = 0): void {
    const { clock, session, state } = this.ports;
    const next = this.stopped ? null : nextWake(state());
    const at = next && clock.now() + Math.max(next.at - session.now(), pause);
    if (this.isSetTo(at)) return;
    this.cancel?.();
    this.rings = at;
    this.cancel = next && at !== null ? clock.after(at - clock.now(), () => void this.ring(next)) : null;
  }

  stop(): void {
    this.stopped = true;
    this.set();
  }

  /** The session's clock tells whole milliseconds. */
  private isSetTo(at: number | null): boolean {
    return at === null || this.rings === null ? at === this.rings : Math.abs(this.rings - at) < 1;
  }

  /** If it came a moment too early, or could not be saved, it is tried again. */
  private async ring({ id, command }: Wake): Promise<void> {
    this.rings = this.cancel = null;
    const ack = await this.ports.execute({ id, actor: { role: 'server', command }, claim: null });
    if (!ack.ok) this.set(ack.code === 'storage-failed' ? ASK_AGAIN : 1);
  }
}
