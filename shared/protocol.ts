import * as v from 'valibot';
import type { ErrorCode } from './errors';
import { themes } from './session/look';
import { sureness } from './session/predictions/prediction';
import type { DeskView, OwnView, PhoneView, Pulse, RosterRow, ScreenView } from './session/views';
import { MOST_SEATS } from './session/many-seats';
import { MOST_DEGREES } from './session/views/warm-up';
import { locales } from './text';
import type { WithWritten } from './words';

const secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,64}$/));
const commandId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}$/));
const seatId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,32}$/));
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999));
const someSeats = v.pipe(v.array(seatId), v.minLength(1), v.maxLength(MOST_SEATS), v.readonly());
/** A typed name is bounded here and judged on the server. */
const typedName = v.pipe(v.string(), v.maxLength(200));

const hello = {
  protocol: v.number(),
  /** The older protocol that this page speaks as well. */
  previous: v.exactOptional(v.number()),
  build: v.pipe(v.string(), v.maxLength(40)),
};

/** Who opens a socket: told once, in the handshake. */
export const handshakeSchema = v.variant('role', [
  v.strictObject({
    ...hello,
    role: v.literal('phone'),
    code: v.pipe(v.string(), v.regex(/^\d{6}$/)),
    token: secret,
  }),
  v.strictObject({ ...hello, role: v.literal('screen'), session: seatId, key: secret }),
  v.strictObject({ ...hello, role: v.literal('desk'), session: seatId }),
]);
export type Handshake = v.InferOutput<typeof handshakeSchema>;

const stage = v.variant('at', [
  v.strictObject({ at: v.literal('lobby') }),
  v.strictObject({ at: v.literal('step'), step: index }),
  v.strictObject({ at: v.literal('board'), step: index }),
  v.strictObject({ at: v.literal('podium') }),
  v.strictObject({ at: v.literal('ended') }),
]);

const onStep = (
  type:
    | ('open' | 'close' | 'reveal' | 'freeze' | 'unfreeze')
    | ('vote-again' | 'play-again' | 'show-picture' | 'close-soon'),
) => v.strictObject({ type: v.literal(type), step: index });

/** What a phone may ask for. A join or a taken seat answers with the token of the handshake. */
export const phoneRequestSchema = v.variant('type', [
  v.strictObject({ type: v.literal('join'), name: typedName }),
  v.strictObject({ type: v.literal('take-seat'), ticket: secret }),
  v.strictObject({
    type: v.literal('submit'),
    step: index,
    submission: v.unknown(),
    /** Nobody has pressed: the phone sends at its zero what stands there. */
    sentBy: v.exactOptional(v.literal('close')),
  }),
  v.strictObject({
    type: v.literal('predict'),
    step: index,
    option: v.pipe(v.string(), v.maxLength(40)),
    sure: v.picklist(sureness),
  }),
]);
export type PhoneRequest = v.InferOutput<typeof phoneRequestSchema>;

/** What a desk may ask for. */
export const deskRequestSchema = v.variant('type', [
  v.strictObject({ type: v.literal('go'), from: stage, to: stage }),
  onStep('open'),
  onStep('close'),
  onStep('reveal'),
  onStep('freeze'),
  onStep('unfreeze'),
  v.strictObject({ type: v.literal('extend'), step: index, by: v.pipe(v.number(), v.integer()) }),
  onStep('vote-again'),
  onStep('show-picture'),
  onStep('close-soon'),
  v.strictObject({ type: v.literal('show-half'), step: index, shown: v.boolean() }),
  v.strictObject({ type: v.literal('call-eyes'), up: v.boolean() }),
  v.strictObject({ type: v.literal('set-path'), short: v.boolean() }),
  v.strictObject({
    type: v.literal('give-hint'),
    step: index,
    hint: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
  }),
  onStep('play-again'),
  v.strictObject({
    type: v.literal('hide-answer'),
    step: index,
    answer: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
    hidden: v.boolean(),
  }),
  v.strictObject({ type: v.literal('show-board'), shown: v.boolean() }),
  v.strictObject({ type: v.literal('darken'), dark: v.boolean() }),
  v.strictObject({
    type: v.literal('set-look'),
    look: v.strictObject({
      language: v.picklist(locales),
      theme: v.picklist(themes),
      follows: v.boolean(),
    }),
  }),
  v.strictObject({ type: v.literal('lock') }),
  v.strictObject({ type: v.literal('unlock') }),
  v.strictObject({ type: v.literal('rename'), seat: seatId, name: typedName }),
  v.strictObject({ type: v.literal('kick'), seat: seatId }),
  v.strictObject({ type: v.literal('readmit'), seat: seatId }),
  v.strictObject({ type: v.literal('kick-seats'), seats: someSeats }),
  v.strictObject({ type: v.literal('readmit-seats'), seats: someSeats }),
  v.strictObject({
    type: v.literal('pace'),
    seat: seatId,
    pace: v.nullable(v.picklist([10, 13, 20])),
  }),
  /** The ticket is made by the desk, which shows it as a QR; the server keeps its hash. */
  v.strictObject({ type: v.literal('issue-ticket'), seat: seatId, ticket: secret }),
  v.strictObject({ type: v.literal('end') }),
  v.strictObject({ type: v.literal('undo-end') }),
]);
export type DeskRequest = v.InferOutput<typeof deskRequestSchema>;

/** A command in its envelope: the sender makes the id and keeps the command until it is acked. */
export const commandSchema = v.strictObject({ id: commandId, request: v.unknown() });
export type CommandPacket<Request> = { readonly id: string; readonly request: Request };

/** Where somebody's slider is right now, in a step or on the lobby's line, in degrees, or a tap: not acked, not kept. */
export const draftSchema = v.union([
  v.strictObject({ step: index, draft: v.unknown() }),
  v.strictObject({
    warmUp: v.pipe(v.number(), v.integer(), v.minValue(-MOST_DEGREES), v.maxValue(MOST_DEGREES)),
  }),
]);
export type DraftPacket = v.InferOutput<typeof draftSchema>;

/** Parts of a view that have changed; the others stay. Parts of its step stand on their own. */
export type Changes<View> = {
  readonly [Part in keyof View]?: View[Part] | (Part extends 'step' ? Partial<View[Part]> : never);
};

/**
 * `ok` means: in the log, on the disk. `seq` is the session's place from which it counts. The ack of an answer also
 * says what it has changed for its seat, which saves that phone a frame. Where a name is taken, `free` is one like it that
 * nobody has and nobody else was offered. `after`: how long to wait until it is worth asking again, ms.
 */
export type Ack =
  | { readonly ok: true; readonly seq: number; readonly own?: Changes<OwnView> }
  | { readonly ok: false; readonly code: ErrorCode; readonly free?: string; readonly after?: number };

/**
 * What the server shows. The first frame of a connection is whole; the next ones hold what has changed for the
 * receiver, null where nothing has. `now` is the session's clock, against which countdowns are read. `written` belongs
 * to texts in this very frame; most lessons have none.
 */
export type Frame<View> = WithWritten<{ readonly seq: number; readonly now: number }> &
  (
    | { readonly whole: true; readonly common: View; readonly own: OwnView | null }
    | {
        readonly whole: false;
        readonly common: Changes<View> | null;
        readonly own: Changes<OwnView> | null;
      }
  );

export type PhoneFrame = Frame<PhoneView>;
export type ScreenFrame = Frame<ScreenView>;
export type DeskFrame = Frame<DeskView>;

/** Counters and the class picture, at most four times a second. */
export interface PulseFrame extends Pulse {
  readonly seq: number;
  /** The address that phones can reach, without a path: what the QR says. */
  readonly address: string;
}

/** The desk's list of students: all of them at first, then those that changed. */
export interface RosterFrame {
  readonly whole: boolean;
  readonly rows: readonly RosterRow[];
}

/** Why the server ends a connection on purpose. */
export interface Bye {
  readonly code: ErrorCode;
}

export interface ServerToClient {
  frame: (frame: PhoneFrame | ScreenFrame | DeskFrame) => void;
  pulse: (pulse: PulseFrame) => void;
  roster: (roster: RosterFrame) => void;
  bye: (bye: Bye) => void;
  /** Drafts come too fast for this room: how long to wait between two of them, ms. */
  'draft-gap': (gap: number) => void;
}

export interface ClientToServer {
  command: (packet: CommandPacket<unknown>, ack: (ack: Ack) => void) => void;
  /** Only a refusal is answered, and only where one asks for it. */
  draft: (packet: DraftPacket, refused?: (ack: Ack) => void) => void;
  /** Asks whether the connection still lives. */
  probe: (ack: () => void) => void;
}
