import type { PulseFrame, RosterFrame } from '#shared/protocol';
import type { SeatId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';
import type { Tuning } from '#shared/session/together/told';
import { pulse, rosterRow, type Names, type Presence } from '#shared/session/views';
import type { Channel } from '../channel';
import type { Clock } from '../clock';
import type { Drafts } from './drafts';
import type { Attendance } from './attendance';

/** At most four a second, however many answer. */
const PERIOD = 250;

/** What is looked at. */
export interface Shown {
  readonly state: () => SessionState;
  readonly names: Names;
  readonly attendance: Attendance;
  readonly drafts: Drafts;
  /** What a class that tunes together comes to. */
  readonly tuning: () => Tuning | null;
}

/** Where it goes, and when. */
export interface PulsePorts {
  readonly channel: Channel;
  readonly clock: Clock;
  readonly address: () => string;
  /** Calls back at a moment when the state is durable. */
  readonly whenDurable: (then: () => void) => void;
}

/** Counters, class picture and the desk's list: coalesced, so that their cost does not grow with the answers. */
export class Pulses {
  private readonly changed = new Set<SeatId>();
  private pending: (() => void) | null = null;
  private lastAt = -Infinity;
  private stopped = false;

  constructor(
    private readonly shown: Shown,
    private readonly ports: PulsePorts,
  ) {}

  /** Something that is counted has changed; the desk's line of `seat` too, if one is named. */
  touch(seat?: SeatId): void {
    if (this.stopped) return;
    if (seat !== undefined) this.changed.add(seat);
    const wait = Math.max(0, this.lastAt + PERIOD - this.ports.clock.now());
    this.pending ??= this.ports.clock.after(wait, () => this.ports.whenDurable(() => this.beat()));
  }

  /** What somebody who just came to the desk or the projector needs. */
  now(): { readonly pulse: string; readonly roster: string } {
    return { pulse: JSON.stringify(this.pulseFrame()), roster: JSON.stringify(this.rosterFrame(null)) };
  }

  /** Every line of the desk's list may have changed. */
  touchAll(): void {
    for (const seat of this.shown.state().seats.keys()) this.changed.add(seat);
    this.touch();
  }

  stop(): void {
    this.stopped = true;
    this.pending?.();
    this.pending = null;
  }

  private beat(): void {
    this.pending = null;
    if (this.stopped) return;
    this.lastAt = this.ports.clock.now();
    this.ports.channel.pulse(JSON.stringify(this.pulseFrame()));
    if (this.changed.size > 0) this.ports.channel.roster(JSON.stringify(this.rosterFrame([...this.changed])));
    this.changed.clear();
  }

  private pulseFrame(): PulseFrame {
    const state = this.shown.state();
    return { ...pulse(state, this.presence()), seq: state.seq, address: this.ports.address() };
  }

  private presence(): Presence {
    const { attendance, drafts, tuning } = this.shown;
    return { here: attendance.here, drafts: drafts.latest, tuning: tuning() };
  }

  private rosterFrame(seats: readonly SeatId[] | null): RosterFrame {
    const state = this.shown.state();
    const presence = this.presence();
    const rows = (seats ?? [...state.seats.keys()])
      .map((seat) => rosterRow(state, seat, this.shown.names, presence))
      .filter((row) => row !== null);
    return { whole: seats === null, rows };
  }
}
