import { rng } from '#shared/rng';
import { inFlight } from '../load/in-flight';
import type { Address } from '../../demo/phone';
import { keepAnswering } from './answering';
import { verify } from './history';
import type { Written } from './hall';
import { Witness } from './witness';

const JOINING_AT_ONCE = 25;

/** A class of phones that come back by themselves and remember everything. */
export class Crowd {
  readonly phones: readonly Witness[];
  #done = false;

  constructor(
    address: Address,
    size: number,
    private readonly seed: string,
    name = 'Student',
  ) {
    this.phones = Array.from({ length: size }, (_, i) => {
      const { unit } = rng(seed, `pauses of phone ${i}`);
      return new Witness(address, `${name} ${i + 1}`, unit);
    });
  }

  join = (): Promise<void> => inFlight(this.phones, JOINING_AT_ONCE, (one) => one.join());

  /** Everybody answers whatever is open, until `rest`; `thought`: how long they think, ms. Resolves when all has been said. */
  answer(thought?: number): Promise<unknown> {
    const done = () => this.#done;
    return Promise.all(
      this.phones.map((one, i) => keepAnswering(one, rng(this.seed, `answers of ${i}`), done, thought)),
    );
  }

  rest(): void {
    this.#done = true;
  }

  /** Waits until everybody is connected and up to date. */
  back = () => this.all('the class again', (phone) => phone.upToDate);

  all = (what: string, holds: Parameters<Witness['until']>[1]) =>
    Promise.all(this.phones.map((one) => one.until(what, holds)));

  seeRevealed = (step: number) => Promise.all(this.phones.map((one) => one.seeRevealed(step)));
  seeEnd = () => Promise.all(this.phones.map((one) => one.seeEnd()));

  get acked(): number {
    return this.phones.reduce((sum, one) => sum + one.acked, 0);
  }

  leave(): void {
    for (const { phone } of this.phones) phone.close();
  }

  /** What it went through, held against what is written. */
  heldAgainst = ({ events, names }: Written) =>
    verify(
      this.phones.map((one) => one.history),
      events,
      names,
    );
}
