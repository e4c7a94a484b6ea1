import type { Changes } from '#shared/protocol';
import type { LoggedEvent, SeatId } from '#shared/session/events';
import type { SessionState } from '#shared/session/state';
import {
  answering,
  audienceOf,
  changesOf,
  common,
  own,
  ownChanges,
  partsOf,
  textOf,
  type Names,
  type OwnPart,
  type OwnView,
  type PartTexts,
  type Role,
} from '#shared/session/views';
import { addressees, partsFor, type Addressees } from './addressees';
import type { Channel } from '../channel';
import type { Senders } from './queue';

const roles: readonly Role[] = ['phone', 'screen', 'desk'];

/** Turns durable events into frames: each room's view is encoded once, and only its changes are sent. */
export class Broadcast {
  private readonly last = new Map<Role, PartTexts>();

  constructor(
    private readonly channel: Channel,
    private readonly names: Names,
    private readonly connected: () => Iterable<SeatId>,
  ) {}

  /** Shows what has happened. Who has sent an answer over one of `senders` is told by the ack of it. */
  publish(state: SessionState, records: readonly LoggedEvent[], now: number, senders: Senders): void {
    const audiences = records.map(({ event }) => audienceOf(event, state));
    const whom = addressees(audiences);
    const changes = new Map(
      roles
        .filter((role) => audiences.some(({ rooms }) => rooms.includes(role)))
        .map((role) => [role, this.changes(state, role)]),
    );
    for (const role of roles) {
      const text = changes.get(role) ?? null;
      if (text !== null && !(role === 'phone' && whom.everybody))
        this.channel.toRoom(role, partly(state, now, text, null));
    }
    const withCommon = whom.everybody ? (changes.get('phone') ?? null) : null;
    for (const seat of whom.everybody ? this.connected() : whom.seats.keys())
      this.tell(state, seat, whom, senders, now, withCommon);
  }

  /** Shows everybody everything again: a name is gone, or the clock has stood still. */
  renew(state: SessionState, now: number): void {
    this.last.clear();
    for (const role of ['screen', 'desk'] as const)
      this.channel.toRoom(role, this.whole(state, role, null, now));
    for (const seat of this.connected())
      this.channel.toSeat(seat, () => this.whole(state, 'phone', seat, now), null);
  }

  /** Everything that somebody who just came needs. */
  whole(state: SessionState, role: Role, seat: SeatId | null, now: number): string {
    const ownView = seat === null ? null : own(state, seat, this.names);
    const texts = `"common":${textOf(this.parts(state, role))},"own":${JSON.stringify(ownView)}`;
    return `{"seq":${state.seq},"now":${now},"whole":true,${texts}}`;
  }

  private tell(
    state: SessionState,
    seat: SeatId,
    whom: Addressees,
    senders: Senders,
    now: number,
    withCommon: string | null,
  ): void {
    const parts = partsFor(whom, seat);
    const frame = () => partly(state, now, withCommon, this.ownText(state, seat, parts));
    const inTheAck =
      withCommon === null && parts !== 'all' && parts.every((part) => answering.includes(part));
    this.channel.toSeat(seat, frame, inTheAck ? (senders.get(seat) ?? null) : null);
  }

  private changes(state: SessionState, role: Role): string | null {
    const before = this.last.get(role) ?? {};
    const after = partsOf(common(state, role, this.names));
    this.last.set(role, after);
    return changesOf(before, after);
  }

  /** The encoded view of a room; encoded again only after something that may have changed it. */
  private parts(state: SessionState, role: Role): PartTexts {
    const parts = this.last.get(role) ?? partsOf(common(state, role, this.names));
    this.last.set(role, parts);
    return parts;
  }

  private ownText(state: SessionState, seat: SeatId, parts: 'all' | readonly OwnPart[]): string {
    return JSON.stringify(parts === 'all' ? own(state, seat, this.names) : ownChanges(state, seat, parts));
  }
}

/** What an answer has changed for its seat: told by the ack. */
export const answered = (state: SessionState, seat: SeatId): Changes<OwnView> | null =>
  ownChanges(state, seat, answering);

/** A frame of changes, from texts that are encoded already. */
const partly = (state: SessionState, now: number, common: string | null, own: string | null): string =>
  `{"seq":${state.seq},"now":${now},"whole":false,"common":${common},"own":${own}}`;
