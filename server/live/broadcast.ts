import type { LoggedEvent, SeatId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';
import { audienceOf, common, own, type Names, type Role } from '#shared/session/views';
import type { Outbox } from './outbox';

const roles: readonly Role[] = ['phone', 'screen', 'desk'];

/** Turns durable events into frames: each room's view is encoded once, and sent only if it changed. */
export class Broadcast {
  private readonly last = new Map<Role, string>();

  constructor(
    private readonly outbox: Outbox,
    private readonly names: Names,
    private readonly connected: () => Iterable<SeatId>,
  ) {}

  publish(state: SessionState, records: readonly LoggedEvent[], now: number): void {
    const audiences = records.map(({ event }) => audienceOf(event));
    const everySeat = audiences.some(({ seats }) => seats === 'all');
    const seats = everySeat
      ? [...this.connected()]
      : audiences.flatMap(({ seats: some }) => some as SeatId[] | 'none');
    const changed = new Map(
      roles
        .filter((role) => audiences.some(({ rooms }) => rooms.includes(role)))
        .flatMap((role) => this.changed(state, role)),
    );
    for (const role of roles) {
      const text = changed.get(role);
      if (text !== undefined && !(role === 'phone' && everySeat))
        this.outbox.toRoom(role, frame(state, now, text, 'null'));
    }
    const withCommon = everySeat ? (changed.get('phone') ?? 'null') : 'null';
    for (const seat of new Set(seats)) {
      if (seat !== 'none') this.outbox.toSeat(seat, frame(state, now, withCommon, this.ownText(state, seat)));
    }
  }

  /** Shows everybody everything again: a name is gone. */
  renew(state: SessionState, now: number): void {
    this.last.clear();
    for (const role of roles) this.outbox.toRoom(role, frame(state, now, this.text(state, role), 'null'));
    for (const seat of this.connected())
      this.outbox.toSeat(seat, frame(state, now, 'null', this.ownText(state, seat)));
  }

  /** Everything that somebody who just came needs. */
  whole(state: SessionState, role: Role, seat: SeatId | null, now: number): string {
    return frame(state, now, this.text(state, role), seat === null ? 'null' : this.ownText(state, seat));
  }

  private changed(state: SessionState, role: Role): [Role, string][] {
    const before = this.last.get(role);
    const text = JSON.stringify(common(state, role, this.names));
    this.last.set(role, text);
    return text === before ? [] : [[role, text]];
  }

  /** The encoded view of a room; encoded again only after something that may have changed it. */
  private text(state: SessionState, role: Role): string {
    const held = this.last.get(role);
    if (held !== undefined) return held;
    const text = JSON.stringify(common(state, role, this.names));
    this.last.set(role, text);
    return text;
  }

  private ownText(state: SessionState, seat: SeatId): string {
    return JSON.stringify(own(state, seat, this.names));
  }
}

/** A frame of the protocol from parts that are encoded already. */
const frame = (state: SessionState, now: number, commonText: string, ownText: string): string =>
  `{"seq":${state.seq},"now":${now},"common":${commonText},"own":${ownText}}`;
