import type { Surroundings } from '#shared/session/commands';
import type { LoggedEvent, SeatId } from '#shared/session/events';
import { audienceOf, type Audience } from '#shared/session/views';
import type { Channel } from '../channel';
import type { SessionClock } from '../clock';
import type { Presence } from '../handle';
import { Attendance } from './attendance';
import { Drafts } from './drafts';
import { Following } from './following';
import { LiveClass, type LiveClassPorts } from './live-class';
import type { LiveState } from './live-state';
import { Pulses } from './pulses';

export interface BesideLogPorts extends Pick<
  LiveClassPorts,
  'session' | 'clock' | 'reckon' | 'whenDurable' | 'tell'
> {
  readonly live: LiveState;
  readonly time: SessionClock;
  readonly channel: Channel;
  readonly address: () => string;
}

/**
 * What a room holds beside its log, in memory alone: who is here, where their sliders are, what a class that tunes comes
 * to; and the pulses that show it.
 */
export class BesideLog {
  private readonly attendance = new Attendance();
  private readonly drafts = new Drafts();
  private readonly liveClass: LiveClass;
  private readonly pulses: Pulses;
  private readonly following: Following;

  constructor(private readonly ports: BesideLogPorts) {
    const { live, session, clock, reckon, channel, address, whenDurable, tell } = ports;
    const { attendance, drafts } = this;
    const state = () => live.state;
    const liveClass = new LiveClass({
      ...{ session, clock, reckon, state, whenDurable, tell },
      drafts: () => drafts.latest,
      onReckoned: () => this.changed(),
    });
    const shown = { state, names: live.nameOf, attendance, drafts, tuning: () => liveClass.tuning };
    const pulses = new Pulses(shown, { channel, clock, address, whenDurable });
    this.following = new Following({ attendance, drafts, pulses, liveClass, channel });
    this.liveClass = liveClass;
    this.pulses = pulses;
  }

  /** What a command may have to know of it. */
  around(): Omit<Surroundings, 'at'> {
    return { present: this.attendance.sinceOpened(), held: this.drafts.held };
  }

  /** Those to which somebody is connected. */
  seats(): Iterable<SeatId> {
    return this.attendance.seats();
  }

  get connections(): number {
    return this.attendance.connections;
  }

  presence(): Presence {
    const { anybody, moves } = this.attendance;
    return { anybody, moves: moves + this.ports.live.state.seq };
  }

  tune(seat: SeatId, step: number, draft: unknown): void {
    const { live, time } = this.ports;
    if (this.drafts.tap(live.state, seat, step)) this.pulses.touch(seat);
    else if (this.drafts.put(live.state, seat, step, draft, time.now())) {
      this.pulses.touch();
      this.liveClass.touch();
    }
  }

  warmUp(seat: SeatId, degrees: number): void {
    if (this.drafts.turn(this.ports.live.state, seat, degrees)) this.pulses.touch();
  }

  arrive(seat: SeatId): void {
    this.attendance.arrive(seat);
    this.liveClass.arrived(seat);
    this.pulses.touch(seat);
  }

  leave(seat: SeatId): void {
    this.attendance.leave(seat);
    this.pulses.touch(seat);
  }

  lookOn(by: 1 | -1): void {
    this.attendance.lookOn(by);
  }

  /** Says whether that was the first connection, or the last one. */
  connected(by: 1 | -1): boolean {
    return this.attendance.connected(by);
  }

  /** New events are in the log: what they end is over, and counters and lists say it. */
  follow(records: readonly LoggedEvent[]): void {
    this.following.follow(records);
  }

  /** They have been shown to those whom they concern. */
  shown(records: readonly LoggedEvent[]): void {
    const { state } = this.ports.live;
    if (records.some(({ event }) => isOwnWhole(audienceOf(event, state)))) this.renewed();
    else this.liveClass.touch();
  }

  /** Everybody was shown everything again, of which what they are to a class that tunes is no part. */
  renewed(): void {
    this.liveClass.renewed();
  }

  /** Counters, or what stands beside them, have changed. */
  changed(): void {
    this.pulses.touch();
  }

  /** Every line of the desk's list may have changed. */
  allChanged(): void {
    this.pulses.touchAll();
  }

  /** What somebody who just came to the desk or the projector needs. */
  pulseNow(): ReturnType<Pulses['now']> {
    return this.pulses.now();
  }

  stop(): void {
    this.pulses.stop();
    this.liveClass.stop();
  }
}

/** Whether some are shown their own step anew, of which what they are to a class that tunes is no part. */
const isOwnWhole = ({ own }: Audience): boolean => own === 'all' || own.includes('step');
