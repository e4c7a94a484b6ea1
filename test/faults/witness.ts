import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '#shared/errors';
import type { Ack } from '#shared/protocol';
import type { OwnView } from '#shared/session/views';
import { Phone, type Address } from '../../demo/phone';
import { Heard } from './heard';
import type { PhoneHistory, SentAnswer } from './history/told';
import { pause, within } from './within';

const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['too-fast', 'storage-failed', 'server-failed']);
const BREATH = 300;
/** Longer than the longest pause between two attempts, however slow the machine, s. */
const PATIENCE = 60;

type Writable<Part> = { -readonly [Key in keyof Part]: Part[Key] };

/** A phone that remembers what it has sent, what it was told, and what it showed at each reveal. */
export class Witness {
  readonly phone: Phone;
  readonly heard = new Heard();
  readonly #sent: Writable<SentAnswer>[] = [];
  readonly #revealed = new Map<number, OwnView>();
  #end: OwnView | null = null;

  constructor(
    address: Address,
    readonly name: string,
    chance: () => number,
  ) {
    this.phone = new Phone(address, chance, this.heard.code);
    this.heard.watch(this.phone);
  }

  async join(): Promise<void> {
    const ack = await this.phone.command({ type: 'join', name: this.name });
    if (!ack.ok) throw new Error(`${this.name} may not come in: ${ack.code}`);
    await this.until('its seat', ({ own, upToDate }) => own !== null && upToDate);
  }

  /** Sends an answer until its fate is final. */
  answer = (step: number, submission: unknown): Promise<Ack> =>
    this.heard.wait(step, () => this.#send(step, submission));

  async #send(step: number, submission: unknown): Promise<Ack> {
    const sent: Writable<SentAnswer> = { id: randomUUID(), step, submission, told: null };
    this.#sent.push(sent);
    for (;;) {
      const ack = await this.phone.command({ type: 'submit', step, submission }, sent.id);
      if (!ack.ok && PASSING.has(ack.code)) {
        await pause(BREATH);
        continue;
      }
      sent.told = ack;
      return ack;
    }
  }

  /** Waits for the reveal of a step, and keeps what is shown then. */
  async seeRevealed(step: number): Promise<void> {
    await this.until(`the reveal of step ${step}`, ({ common, upToDate }) => {
      return upToDate && common?.step?.index === step && common.step.phase === 'revealed';
    });
    if (this.phone.own) this.#revealed.set(step, this.phone.own);
  }

  async seeEnd(): Promise<void> {
    await this.until('the end', ({ over, upToDate }) => over && upToDate);
    this.#end = this.phone.own;
  }

  until(what: string, holds: (phone: Phone) => boolean): Promise<void> {
    const seen = this.phone.until(() => holds(this.phone) || this.phone.refusal !== null);
    return within(PATIENCE, `${this.name} seeing ${what}`, seen).then(() => {
      if (this.phone.refusal !== null && !holds(this.phone))
        throw new Error(`${this.name} was sent away: ${this.phone.refusal}`);
    });
  }

  get acked(): number {
    return this.#sent.filter(({ told }) => told?.ok).length;
  }

  get history(): PhoneHistory {
    const seat = this.phone.own?.seat ?? `nobody (${this.name})`;
    return { seat, sent: this.#sent, revealed: this.#revealed, end: this.#end };
  }
}
