import type { LoggedEvent, SeatId } from '#shared/session/events';
import type { PartTold } from '#shared/session/together/told';
import type { Channel, Greeting } from '../channel';
import type { SessionClock } from '../clock';
import type { Onlooker } from '../handle';
import type { BesideLog } from './beside-log';
import { Broadcast } from './broadcast';
import type { LiveState } from './live-state';
import type { Senders } from './queue';
import { refusalOf } from './refusal';

export interface ShowingPorts {
  readonly live: LiveState;
  readonly time: SessionClock;
  readonly channel: Channel;
  readonly beside: BesideLog;
  /** Whether the session is another server's by now: what is known here may be more than the log has, or less. */
  readonly isGone: () => boolean;
}

/** What is shown of a room, always at a moment when the state is durable: to who comes in, and of what happens. */
export class Showing {
  private readonly broadcast: Broadcast;

  constructor(private readonly ports: ShowingPorts) {
    const { channel, live, beside } = ports;
    this.broadcast = new Broadcast(channel, live.nameOf, () => beside.seats());
  }

  /** What somebody who comes in is shown first. */
  greeting(onlooker: Onlooker): Greeting {
    const { live, time, beside, isGone } = this.ports;
    if (isGone()) return { refusal: 'server-moved' };
    const { state } = live;
    const { role } = onlooker;
    const refusal = role === 'phone' ? refusalOf(state, onlooker.token, onlooker.had) : null;
    if (refusal) return { refusal };
    const seat = role === 'phone' ? (state.tokens.get(onlooker.token) ?? null) : null;
    const { pulse, roster } = role === 'phone' ? { pulse: null, roster: null } : beside.pulseNow();
    return {
      ...{ refusal: null, seat, pulse, students: state.seats.size },
      frame: this.broadcast.whole(state, role, seat, time.now()),
      roster: role === 'desk' ? roster : null,
    };
  }

  /** Shows phones what has happened; answers with what shows it to the others, after the acks. Null: nothing does. */
  publish(records: readonly LoggedEvent[], senders: Senders): (() => void) | null {
    const { live, time, beside, isGone } = this.ports;
    if (isGone()) return null;
    beside.follow(records);
    const rest = this.broadcast.publish(live.state, records, time.now(), senders);
    beside.shown(records);
    return rest;
  }

  /** Tells a seat what it is to its class. */
  tell(seat: SeatId, part: PartTold): void {
    const { live, time } = this.ports;
    this.broadcast.tell(live.state, seat, { step: { part } }, time.now());
  }

  /** Shows everybody everything again. */
  renew(): void {
    const { live, time, beside, isGone } = this.ports;
    if (isGone()) return;
    this.broadcast.renew(live.state, time.now());
    beside.renewed();
  }
}
