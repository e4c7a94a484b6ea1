import type { Ack, CommandPacket, PhoneRequest } from '#shared/protocol';
import type { ErrorCode } from '#shared/errors';
import { paced } from '#shared/session/conductor/time';
import type { SentBy } from '#shared/session/events';
import type { Prediction } from '#shared/session/predictions/prediction';
import type { PhoneView } from '#shared/session/views';
import { connect, type Connection } from '../../live/connection.svelte';
import { kept } from '../../live/kept';
import { PREVIOUS_PROTOCOL, PROTOCOL } from '#shared/version';
import { KeptSeat } from './kept-seat';
import { pageOf, type PhonePage } from './phone-page';
import { unsentOf } from './unsent';

/** What became of the last answer that was sent from here. */
interface Receipt {
  readonly step: number;
  /** The vote that was on when the server said so: what it received in the first one is no answer to the second. */
  readonly vote: 1 | 2;
  readonly submission: unknown;
  readonly sentBy: SentBy;
  /** Null: it counts. */
  readonly code: ErrorCode | null;
}

/** A student's seat in one room: the connection, and what this phone keeps in case it goes away. */
export class StudentSeat {
  readonly connection: Connection<PhoneView>;
  readonly memory: KeptSeat;
  /** Why the seat that a QR promised could not be taken. */
  ticketRefusal = $state<ErrorCode | null>(null);
  /** Why what is expected was not noted. */
  predictionRefusal = $state<ErrorCode | null>(null);
  /** This student's time in the open step is over. */
  timeIsOver = $state(false);
  /** This page has seen the lesson go on: who looks at its end is who played. */
  played = $state(false);
  #cameIn = $state(false);
  #receipt = $state.raw<Receipt | null>(null);
  /** The zero at which this phone has sent by itself, on the session's clock: once for each. */
  #sentAt: number | null = null;

  constructor(code: string, ticket: string | null) {
    this.memory = new KeptSeat(code, kept);
    if (ticket !== null) this.memory.changeToken();
    this.connection = connect<PhoneView>(
      code,
      () => ({
        ...{ protocol: PROTOCOL, previous: PREVIOUS_PROTOCOL, build: __BUILD__, role: 'phone', code },
        token: this.memory.token(),
      }),
      { shelf: this.memory.shelf, onack: (packet, ack) => this.#acked(packet, ack) },
    );
    if (ticket !== null) void this.#send({ type: 'take-seat', ticket });
    this.#cameIn = ticket !== null;
  }

  /** The seat was here before this page: perhaps it is somebody else's. */
  readonly found = $derived.by(() => this.connection.own !== null && !this.#cameIn);

  readonly #pace = $derived.by(() => this.connection.own?.pace ?? null);

  /** This student's own countdown in the open step, or everybody's in a break; null where there is none. */
  readonly countdown = $derived.by(() => {
    const step = this.connection.common?.step;
    if (!step?.countdown) return null;
    return step.phase === 'shown' ? step.countdown : paced(step.countdown, this.#pace);
  });

  readonly page: PhonePage = $derived.by(() => {
    const { refusal, common, own } = this.connection;
    return pageOf(refusal, common, own, this.timeIsOver);
  });

  /** A seat is being taken over; a name need not be asked for meanwhile. */
  readonly moving = $derived.by(() => this.#pending.some((request) => request.type === 'take-seat'));

  /** An answer has not been acked yet. */
  readonly holding = $derived.by(() => this.#pending.some((request) => request.type === 'submit'));

  readonly #pending = $derived.by(() =>
    this.connection.pending.map((packet) => packet.request as PhoneRequest),
  );

  join(name: string): Promise<Ack> {
    this.#cameIn = true;
    return this.#send({ type: 'join', name }, (older) => older.type === 'join');
  }

  /** Leaves the seat to whose it is: this browser comes in once more, as somebody new. */
  readonly leave = (): void => {
    this.connection.close();
    this.memory.forget();
    location.reload();
  };

  submit(step: number, submission: unknown): void {
    this.#receipt = null;
    const isOlder = (older: PhoneRequest) => older.type === 'submit' && older.step === step;
    void this.#send({ type: 'submit', step, submission }, isOlder);
  }

  /** At this student's zero: what they have set and not sent goes out by itself. */
  sendAtZero(zero: number): void {
    const unsent = this.#unsent();
    if (!unsent || this.#sentAt === zero) return;
    this.#sentAt = zero;
    void this.#send({ type: 'submit', ...unsent, sentBy: 'close' });
  }

  /** A server that was restarted holds no drafts: it is told again what would count at an early close, or who has tapped. */
  repeatDraft(): void {
    const { step } = this.connection.common ?? {};
    const draft = step?.taps ? this.memory.draft(step.index) : this.#unsent()?.submission;
    if (step && draft !== undefined) this.connection.draft({ step: step.index, draft });
  }

  #unsent(): { readonly step: number; readonly submission: unknown } | null {
    const { common, own } = this.connection;
    if (!common?.step || !own?.step) return null;
    const { index } = common.step;
    const answered = this.waiting(index) !== null || this.receipt(index)?.code === null;
    const unsent = unsentOf({
      ...{ step: common.step, own: own.step, answered },
      kept: this.memory.draft(index),
    });
    return unsent && { step: index, ...unsent };
  }

  /** Says what is expected of a step that has not been opened. */
  predict(step: number, prediction: Prediction): void {
    this.predictionRefusal = null;
    const isOlder = (older: PhoneRequest) => older.type === 'predict' && older.step === step;
    void this.#send({ type: 'predict', step, ...prediction }, isOlder);
  }

  /** What is on its way of that. */
  expecting(step: number): Prediction | null {
    const found = this.#pending
      .filter((request) => request.type === 'predict' && request.step === step)
      .at(-1);
    return found?.type === 'predict' ? { option: found.option, sure: found.sure } : null;
  }

  draft(step: number, draft: unknown): void {
    this.memory.keepDraft(step, draft);
    // What no step would take stays on this phone: unsent words are nobody's business.
    const { drafts, taps } = this.connection.common?.step ?? {};
    if (drafts || taps) this.connection.draft({ step, draft });
  }

  /** The answer on its way for a step. */
  waiting(step: number): { readonly submission: unknown } | null {
    const found = this.#pending
      .filter((request) => request.type === 'submit' && request.step === step)
      .at(-1);
    return found?.type === 'submit' ? { submission: found.submission } : null;
  }

  /** What the server said to the last answer for a step; null before it said anything. */
  receipt(step: number): Receipt | null {
    const { vote = 1 } = this.connection.common?.step ?? {};
    return this.#receipt?.step === step && this.#receipt.vote === vote ? this.#receipt : null;
  }

  #send(request: PhoneRequest, replaces?: (older: PhoneRequest) => boolean): Promise<Ack> {
    return this.connection.command(request, replaces as ((older: unknown) => boolean) | undefined);
  }

  #acked(packet: CommandPacket<unknown>, ack: Ack): void {
    const request = packet.request as PhoneRequest;
    const code = ack.ok ? null : ack.code;
    if (request.type === 'submit') {
      const { step, submission, sentBy } = request;
      const vote = this.connection.common?.step?.vote ?? 1;
      this.#receipt = { step, vote, submission, sentBy: sentBy ?? 'student', code };
    }
    if (request.type === 'predict') this.predictionRefusal = code;
    if (request.type === 'take-seat') this.#moved(code);
  }

  /** A refused ticket must not cost the seat that this phone had before. */
  #moved(code: ErrorCode | null): void {
    if (code !== null && this.memory.restoreToken()) this.connection.reopen();
    this.ticketRefusal = code;
  }
}
