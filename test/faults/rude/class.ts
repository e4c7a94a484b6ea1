import { rng } from '#shared/rng';
import type { DeskView } from '#shared/session/views';
import { inFlight } from '../../load/in-flight';
import { takeSeat } from '../../load/clients';
import { answerOf, known } from '../../support/knowing';
import { freshToken, Player } from '../../support/player';
import { deskOf, SteadyDesk } from '../desk';
import type { Hall } from '../hall';
import { stepsNamed } from '../lecture';
import { pause } from '../within';

/** Between two answers of one phone, ms: fewer than the five a second that it may send. */
const THOUGHT = 500;
const JOINING_AT_ONCE = 25;

/** How long it takes a phone to give an answer up, ms. */
const PATIENCE = 10_000;

/** A class that answers and answers, and a desk that looks on: none of them may lose its line. */
export class HonestClass {
  readonly #phones: readonly Player[];
  readonly #desk: Player<DeskView>;
  readonly #driving: SteadyDesk;
  readonly #step: number;
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
    this.#step = stepsNamed('and')[0] ?? 0;
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

  /** So many more come in; answers with how long that took, s. */
  async newcomers(count: number): Promise<number> {
    const since = performance.now();
    const first = this.#newcomers + 1;
    this.#newcomers += count;
    const phones = Array.from({ length: count }, () => this.#phone());
    await inFlight([...phones.entries()], JOINING_AT_ONCE, ([i, phone]) =>
      takeSeat(phone, `Newcomer ${first + i}`),
    );
    const seconds = (performance.now() - since) / 1_000;
    for (const phone of phones) phone.close();
    return seconds;
  }

  leave(): void {
    this.#over = true;
    this.#driving.close();
    for (const one of [...this.#phones, this.#desk]) one.close();
  }

  #phone(): Player {
    const { url, code, build } = this.hall.address;
    return new Player(url, { role: 'phone', code, token: freshToken() }, { build, marked: true });
  }

  async #answer(phone: Player, i: number): Promise<void> {
    const random = rng(this.seed, `answers of ${i}`);
    const step = this.#step;
    await phone.until(({ common, own }) => common?.step?.phase === 'open' && own?.step?.view !== null);
    const found = phone.common?.step && known(phone.common.step);
    if (!found) throw new Error('nobody knows the step');
    await pause(THOUGHT * random.unit());
    while (!this.#over) {
      const submission = answerOf(found, 'random', phone.own?.step?.view, random);
      const since = performance.now();
      await Promise.race([phone.command({ type: 'submit', step, submission }), pause(PATIENCE)]);
      this.#waits.push(performance.now() - since);
      await pause(THOUGHT * (0.5 + random.unit()));
    }
  }
}
