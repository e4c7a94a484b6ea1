import type { ErrorCode } from '#shared/errors';
import type { Ack, CommandPacket, DraftPacket, Frame, Handshake, PulseFrame } from '#shared/protocol';
import type { OwnView } from '#shared/session/views';
import { Shown } from '#shared/session/views/shown';
import { learn } from '../i18n/written.svelte';
import { newCommandId } from './ids';
import { Line } from './line';
import { pulseAfter, type Staged } from './pulse';
import { throttled } from './throttled';
import { SessionClock } from './session-clock';
import { Courier, type Shelf } from './courier';
import { emptyRoster, rosterAfter, type Roster } from './roster';

export type Status = 'connecting' | 'live' | 'reconnecting' | 'refused';

export interface ConnectionOptions {
  /** Where commands are kept across a reload; in memory without it. */
  readonly shelf?: Shelf;
  /** Told of every command's end, also of those that an earlier page left behind. */
  readonly onack?: (packet: CommandPacket<unknown>, ack: Ack) => void;
}

/** A live session as one client sees it. Everything public is reactive state. */
export class Connection<View extends Staged> {
  status = $state<Status>('connecting');
  /** Why the server will not have us; only with `refused`. */
  refusal = $state<ErrorCode | null>(null);
  /** The line is up, and nothing comes over it. */
  silent = $state(false);
  /** The server has said that it stops for a moment, and is not back yet. */
  stopping = $state(false);
  common = $state.raw<View | null>(null);
  own = $state.raw<OwnView | null>(null);
  pulse = $state.raw<PulseFrame | null>(null);
  /** The desk's list, by seat. */
  roster = $state.raw<Roster>(emptyRoster);
  /** Why what was sent last has to wait; null: it does not. */
  passing = $state<ErrorCode | null>(null);
  /** Commands without an ack so far. */
  pending = $state.raw<readonly CommandPacket<unknown>[]>([]);

  /** A frame has come over the line that is up, so `now` is right: without a server the session's clock stands still. */
  inTime = $state(false);

  readonly #shown = new Shown<View>();
  /** Between two drafts, ms: none until the server finds them too many. */
  #gap = 0;
  #lastDraft: DraftPacket | null = null;
  readonly #clock = new SessionClock();
  readonly #line: Line;
  readonly #courier: Courier;

  constructor(room: string, hello: () => Handshake, options: ConnectionOptions = {}) {
    this.#courier = new Courier({
      shelf: options.shelf ?? null,
      post: (packet, ack) => this.#line.post(packet, ack),
      onchange: (pending) => (this.pending = pending),
      onack: (packet, ack) => this.#acked(packet, ack, options),
      onpassing: (code) => (code === 'server-moved' ? this.#line.dialLater() : (this.passing = code)),
      ondoubt: () => this.#line.check(),
    });
    this.pending = this.#courier.pending;
    this.#line = new Line(room, hello, {
      up: () => this.#up(),
      down: () => this.#down(),
      silent: () => (this.silent = true),
      heard: () => (this.silent = false),
      stopping: () => (this.stopping = true),
      refused: (code) => this.#refuse(code),
      frame: (frame) => this.#frame(frame as Frame<View>),
      pulse: (pulse) => (this.pulse = pulse),
      roster: (frame) => (this.roster = rosterAfter(this.roster, frame)),
      draftGap: (gap) => this.#slowDown(gap),
    });
  }

  /** The session's clock now, in ms; countdowns are read against it. */
  readonly now = (): number => this.#clock.now();

  /**
   * Sends a command until it has its ack, over as many connections as that takes. `replaces` names older ones that
   * it makes worthless if nobody has seen them.
   */
  readonly command = (request: unknown, replaces?: (older: unknown) => boolean): Promise<Ack> =>
    this.#courier.send({ id: newCommandId(), request }, replaces);

  /** Where the slider is: lost if there is no connection, and that is fine. */
  readonly draft = (packet: DraftPacket): void => this.#drafts(packet);

  /** Says hello again: the secret has changed. */
  readonly reopen = (): void => {
    this.#line.reopen();
  };

  readonly close = (): void => {
    this.#courier.stop();
    this.#drafts.stop();
    this.#line.close();
  };

  readonly #drafts = throttled(
    (packet: DraftPacket) => {
      this.#lastDraft = packet;
      this.#line.draft(packet);
    },
    () => this.#gap,
  );

  /** The server has dropped the last draft: a big room wants fewer of them. */
  #slowDown(gap: number): void {
    this.#gap = gap;
    if (this.#lastDraft) this.#drafts.later(this.#lastDraft);
  }

  #up(): void {
    this.#clock.restart();
    this.status = 'live';
    this.stopping = false;
    this.#courier.connected();
  }

  #down(): void {
    this.#courier.disconnected();
    this.inTime = this.silent = false;
    if (this.status === 'live') this.status = 'reconnecting';
  }

  #refuse(code: ErrorCode): void {
    this.#courier.disconnected();
    this.refusal = code;
    this.status = 'refused';
  }

  #frame(frame: Frame<View>): void {
    // The whole again on the same line: the server has slept, and its clock with it.
    if (frame.whole) this.#clock.restart();
    this.#clock.heard(frame.now);
    this.inTime = true;
    void learn(frame.written);
    this.#shown.frame(frame);
    this.#show();
  }

  #acked(packet: CommandPacket<unknown>, ack: Ack, { onack }: ConnectionOptions): void {
    this.passing = null;
    this.#shown.ack(ack);
    this.#show();
    onack?.(packet, ack);
  }

  #show(): void {
    this.pulse = pulseAfter(this.pulse, this.common, this.#shown.common);
    this.common = this.#shown.common;
    this.own = this.#shown.own;
  }
}

/** Opens the connection of a page to the room with this code; the page closes it. `hello` is asked at every attempt. */
export function connect<View extends Staged>(
  room: string,
  hello: () => Handshake,
  options?: ConnectionOptions,
): Connection<View> {
  return new Connection<View>(room, hello, options);
}
