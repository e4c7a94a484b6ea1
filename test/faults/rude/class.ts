import { rng } from '#shared/rng';
import type { DeskView } from '#shared/session/views';
import { markFrom } from '../../../demo/mark';
import { inFlight } from '../../load/in-flight';
import { takeSeat } from '../../load/clients';
import { answerOf, known } from '../../support/knowing';
import { freshToken, Player } from '../../support/player';
import { deskOf, SteadyDesk } from '../desk';
import type { Hall } from '../hall';
import { stepsNamed } from '../lecture';
import { ownIdea } from './ideas';
import { pause } from '../within';

/** Between two answers of one phone, ms: fewer than the five a second that it may send. */
const THOUGHT = 500;
const JOINING_AT_ONCE = 25;

/** Where the networks of the class begin, which nobody else has. */
const OWN = 1_000;

/** How long it takes a phone to give an answer up, ms. */
const PATIENCE = 10_000;

/** A class that answers and answers, and a desk that looks on: none of them may lose its line. */
export class HonestClass {
  readonly #phones: readonly Player[];
  readonly #desk: Player<DeskView>;
  readonly #driving: SteadyDesk;
  readonly #first: number;
  #step: number;
  #over = false;
  #waits: number[] = [];
  #newcomers = 0;
  /** Lines that were lost. */
  cut = 0;

  constructor(
    private readonly hall: Hall,
    size: number,
    private readonly seed: string,
  ) {
    this.#step = this.#first = stepsNamed('and')[0] ?? 0;
    this.#phones = Array.from({ length: size }, () => this.#phone());
    this.#desk = deskOf(hall);
    this.#driving = new SteadyDesk(hall);
  }

  async begin(): Promise<void> {
    await this.#desk.arrived();
    await inFlight([...this.#phones.entries()], JOINING_AT_ONCE, ([i, phone]) =>
      takeSeat(phone, `Student ${i + 1}`),
    );
    const step = this.#step;
    await this.#driving.drive({ type: 'go', from: { at: 'lobby' }, to: { at: 'step', step } });
    await this.#driving.drive({ type: 'open', step }, { type: 'extend', step, by: 1_800_000 });
    for (const { socket } of [...this.#phones, this.#desk])
      socket.on('disconnect', () => !this.#over && (this.cut += 1));
    for (const [i, phone] of this.#phones.entries()) void this.#answer(phone, i);
  }

  /** How long each ack took since this was asked last, ms. */
  waits(): number[] {
    const waits = this.#waits;
    this.#waits = [];
    return waits;
  }

  /** So many more come in, who have opened the page; answers with how long that took, s. `from`: another address. */
  async newcomers(count: number, from?: string): Promise<number> {
    const marks = Array<string | null>(count).fill(null);
    await inFlight([...marks.keys()], JOINING_AT_ONCE, async (i) => {
      marks[i] = await markFrom(this.hall.address.url);
    });
    const since = performance.now();
    const first = this.#newcomers + 1;
    this.#newcomers += count;
    const phones = marks.map((mark) => this.#phone({ mark, from }));
    await inFlight([...phones.entries()], JOINING_AT_ONCE, ([i, phone]) =>
      takeSeat(phone, `Newcomer ${first + i}`),
    );
    const seconds = (performance.now() - since) / 1_000;
    for (const phone of phones) phone.close();
    return seconds;
  }

  /** Everybody is in a race, sends one network, and goes on sending it: that costs no attempt. */
  async race(): Promise<void> {
    const step = stepsNamed('gara-xor')[0] ?? 0;
    const from = { at: 'step', step: this.#step } as const;
    this.#step = step;
    await this.#driving.drive({ type: 'go', from, to: { at: 'step', step } }, { type: 'open', step });
    await this.#driving.drive({ type: 'extend', step, by: 1_800_000 });
  }

  /** Closes the race, and shows what is right as soon as nothing is trained any more; answers how long that took, s. */
  async reveal(): Promise<number> {
    const step = this.#step;
    await this.#driving.drive({ type: 'close', step });
    const since = performance.now();
    await this.#driving.drive({ type: 'reveal', step });
    const seconds = (performance.now() - since) / 1_000;
    const to = { at: 'step', step: this.#first } as const;
    await this.#driving.drive(
      { type: 'go', from: { at: 'step', step }, to },
      { type: 'open', step: to.step },
    );
    await this.#driving.drive({ type: 'extend', step: to.step, by: 1_800_000 });
    this.#step = to.step;
    return seconds;
  }

  leave(): void {
    this.#over = true;
    this.#driving.close();
    for (const one of [...this.#phones, this.#desk]) one.close();
  }

  /** `mark`: of a page that was opened before; left out, it opens the page first. */
  #phone({ mark = null, from }: { mark?: string | null; from?: string | undefined } = {}): Player {
    const { url, code, build } = this.hall.address;
    const marked = mark === null;
    const headers = marked ? {} : { cookie: mark };
    const given = { build, marked, headers, ...(from !== undefined && { from }) };
    return new Player(url, { role: 'phone', code, token: freshToken() }, given);
  }

  async #answer(phone: Player, i: number): Promise<void> {
    const random = rng(this.seed, `answers of ${i}`);
    const step = this.#step;
    await phone.until(({ common, own }) => common?.step?.phase === 'open' && own?.step?.view !== null);
    const found = phone.common?.step && known(phone.common.step);
    if (!found) throw new Error('nobody knows the step');
    await pause(THOUGHT * random.unit());
    while (!this.#over) {
      const submission =
        this.#step === step ? answerOf(found, 'random', phone.own?.step?.view, random) : ownIdea(OWN + i);
      const since = performance.now();
      await Promise.race([phone.command({ type: 'submit', step: this.#step, submission }), pause(PATIENCE)]);
      this.#waits.push(performance.now() - since);
      await pause(THOUGHT * (0.5 + random.unit()));
    }
  }
}
