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
  ownOfAll,
  partsOf,
  staged,
  textOf,
  type Names,
  type OwnPart,
  type OwnView,
  type PartTexts,
  type Role,
} from '#shared/session/views';
import { nothingWritten, writtenIn, type Written } from '#shared/words';
import { addressees, partsFor, type Addressees } from './addressees';
import type { Channel } from '../channel';
import type { Senders } from './queue';

/** A view that is encoded already, with the HTML of the texts in it. */
interface Whole {
  readonly text: string;
  readonly written: Written | null;
}

const others: readonly Role[] = ['screen', 'desk'];

/** Turns durable events into frames: each room's view is encoded once, and only its changes are sent. */
export class Broadcast {
  private readonly last = new Map<Role, PartTexts>();
  /** The same as the text of a whole view, once somebody has asked for it. */
  private readonly wholes = new Map<Role, Whole>();

  constructor(
    private readonly channel: Channel,
    private readonly names: Names,
    private readonly connected: () => Iterable<SeatId>,
  ) {}

  /**
   * Shows phones what has happened: a class waits for the last of them. Who has sent an answer over one of `senders` is
   * told by the ack of it. Answers with what shows it to the others, whose views are dear, before anything else happens;
   * null: it does not concern them.
   */
  publish(
    state: SessionState,
    records: readonly LoggedEvent[],
    now: number,
    senders: Senders,
  ): (() => void) | null {
    const audiences = records.map(({ event }) => audienceOf(event, state));
    const whom = addressees(audiences);
    const concerns = (role: Role) => audiences.some(({ rooms }) => rooms.includes(role));
    this.toPhones(state, whom, now, senders, concerns('phone') ? this.changes(state, 'phone') : null);
    const concerned = others.filter(concerns);
    return concerned.length > 0 ? () => this.toOthers(concerned, state, now) : null;
  }

  /** Shows everybody everything again: a name is gone, or the clock has stood still. */
  renew(state: SessionState, now: number): void {
    this.last.clear();
    this.wholes.clear();
    for (const role of others) this.channel.toRoom(role, this.whole(state, role, null, now));
    for (const seat of this.connected())
      this.channel.toSeat(seat, { beginning: '', end: () => this.whole(state, 'phone', seat, now) }, null);
  }

  /** Tells one seat what no event has changed. */
  tell(state: SessionState, seat: SeatId, changes: Changes<OwnView>, now: number): void {
    const end = () => `${JSON.stringify(changes)}}`;
    this.channel.toSeat(seat, { beginning: untilOwn(state, now, null), end }, null);
  }

  /** Everything that somebody who just came needs. */
  whole(state: SessionState, role: Role, seat: SeatId | null, now: number): string {
    const ownView = seat === null ? null : own(state, seat, this.names);
    const { text, written } = this.wholeOf(state, role);
    const texts = `"common":${text},"own":${JSON.stringify(ownView)}`;
    return `{"seq":${state.seq},"now":${now},"whole":true,${texts}${ending(state, written, ownView)}`;
  }

  /** `text`: what has changed for all of them. One frame serves all unless something of each one's own has changed. */
  private toPhones(
    state: SessionState,
    whom: Addressees,
    now: number,
    senders: Senders,
    text: string | null,
  ): void {
    const same = isStaged(whom) ? ownOfAll(state) : null;
    if (same) this.channel.toRoom('phone', partly(state, now, text, same));
    else if (text !== null && !whom.everybody) this.channel.toRoom('phone', partly(state, now, text, null));
    const singly = same ? { ...whom, everybody: null } : whom;
    const withAll = singly.everybody ? text : null;
    const beginning = untilOwn(state, now, withAll);
    const written = writtenOf(state, withAll);
    for (const seat of singly.everybody ? this.connected() : singly.seats.keys()) {
      const parts = partsFor(singly, seat);
      const end = () => {
        const mine = this.ownOf(state, seat, parts);
        return `${JSON.stringify(mine)}${ending(state, written, mine)}`;
      };
      const except = withAll === null && isInAck(parts) ? (senders.get(seat) ?? null) : null;
      this.channel.toSeat(seat, { beginning, end }, except);
    }
  }

  private toOthers(roles: readonly Role[], state: SessionState, now: number): void {
    for (const role of roles) {
      const text = this.changes(state, role);
      if (text !== null) this.channel.toRoom(role, partly(state, now, text, null));
    }
  }

  private changes(state: SessionState, role: Role): string | null {
    const before = this.last.get(role) ?? {};
    const after = partsOf(common(state, role, this.names));
    this.last.set(role, after);
    this.wholes.delete(role);
    return changesOf(before, after);
  }

  /** The encoded view of a room; encoded again only after something that may have changed it. */
  private wholeOf(state: SessionState, role: Role): Whole {
    const known = this.wholes.get(role);
    if (known !== undefined) return known;
    const parts = this.last.get(role) ?? partsOf(common(state, role, this.names));
    this.last.set(role, parts);
    const text = textOf(parts);
    const whole = { text, written: writtenOf(state, text) };
    this.wholes.set(role, whole);
    return whole;
  }

  private ownOf(
    state: SessionState,
    seat: SeatId,
    parts: 'all' | readonly OwnPart[],
  ): OwnView | Changes<OwnView> | null {
    return parts === 'all' ? own(state, seat, this.names) : ownChanges(state, seat, parts);
  }
}

/** Whether all that concerns everybody is where the class is now. */
const isStaged = ({ everybody }: Addressees): boolean =>
  everybody !== null && everybody !== 'all' && everybody.every((part) => staged.includes(part));

/** What an answer has changed for its seat: told by the ack. */
export const answered = (state: SessionState, seat: SeatId): Changes<OwnView> | null =>
  ownChanges(state, seat, answering);

/** Whether who has sent an answer hears of it by the ack. */
const isInAck = (parts: 'all' | readonly OwnPart[]): boolean =>
  parts !== 'all' && parts.every((part) => answering.includes(part));

/** A frame of changes; what is common is encoded already. */
const partly = (
  state: SessionState,
  now: number,
  common: string | null,
  own: Changes<OwnView> | null,
): string =>
  `${untilOwn(state, now, common)}${JSON.stringify(own)}${ending(state, writtenOf(state, common), own)}`;

/** The same as far as it is common. */
const untilOwn = (state: SessionState, now: number, common: string | null): string =>
  `{"seq":${state.seq},"now":${now},"whole":false,"common":${common},"own":`;

/** The HTML of the texts in what is encoded already. */
const writtenOf = ({ written }: SessionState, text: string | null): Written | null =>
  written === nothingWritten || text === null ? null : writtenIn(written, JSON.parse(text));

/** How a frame ends: with the HTML of the texts in it, `shared` those of what is common. */
function ending({ written }: SessionState, shared: Written | null, own: unknown): string {
  const mine = writtenIn(written, own);
  return shared || mine ? `,"written":${JSON.stringify({ ...shared, ...mine })}}` : '}';
}
