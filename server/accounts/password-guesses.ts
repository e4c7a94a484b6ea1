import { NO_LIMIT, type Allowance } from '../allowance';
import type { Clock } from '../live/clock';
import type { Tally } from '../storage/tally';
import { Checks } from './checks';
import { Guesses } from './guesses';

/** A name from one network, or from one browser that is known: ten wrong passwords, then twice a minute. */
const PER_NAME: Allowance = { burst: 10, every: 30_000 };
/** All names from one network. */
const PER_NETWORK: Allowance = { burst: 20, every: 10_000 };
/** How long a network's guess is held against it in the order of turns, ms. */
const LATELY: Allowance = { burst: Infinity, every: 600_000 };
/** Strangers' guesses from everywhere: so many at once, then one in 0.4 s. */
const OF_STRANGERS: Allowance = { burst: 50, every: 400 };

/** Strangers who wait for their turn, ms and number. Ten in front of a new one make it wait 4 s. */
const PATIENCE = 5_000;
const MOST_STRANGERS = 100;
/** Browsers that are known, of all teachers. */
const MOST_KNOWN = 20;
const MOST_OF_ONE = 2;

/** Where a guess comes from. */
export interface Guesser {
  readonly network: string;
  /** What tells a browser apart in which this teacher has signed in before; null: a stranger's. */
  readonly device: string | null;
}

/** Whether the password is right; `refused`: it was not looked at. */
export type Guessed = 'right' | 'wrong' | 'refused';

/**
 * Who may have a password checked, and when. Docs/decisions/0036 has the rule and its arithmetic: browsers that are
 * known are apart from all others, whose wrong passwords count by name and network together.
 */
export class PasswordGuesses {
  readonly #devices: Guesses;
  readonly #names: Guesses;
  readonly #networks: Guesses;
  readonly #lately: Guesses;
  readonly #known: Checks;
  readonly #strangers: Checks;

  /** `tally`: where all servers count together. */
  constructor(clock: Clock, tally: Tally | null = null) {
    const counting = (kind: string) => ({ kind, tally });
    this.#devices = new Guesses(clock.now, PER_NAME, NO_LIMIT, counting('password-devices'));
    this.#names = new Guesses(clock.now, PER_NAME, NO_LIMIT, counting('password-names'));
    this.#networks = new Guesses(clock.now, PER_NETWORK, NO_LIMIT, counting('password-networks'));
    this.#lately = new Guesses(clock.now, LATELY, NO_LIMIT);
    const waiting = { clock, mostOfOne: MOST_OF_ONE, patience: PATIENCE };
    this.#known = new Checks({ ...waiting, pace: NO_LIMIT, most: MOST_KNOWN, tally: null });
    this.#strangers = new Checks({ ...waiting, pace: OF_STRANGERS, most: MOST_STRANGERS, tally });
  }

  /** Has `check` say whether the password for `name` is right, if it may be asked. */
  async guess(name: string, { network, device }: Guesser, check: () => Promise<boolean>): Promise<Guessed> {
    return device !== null && (await this.#devices.takeOfAll(device))
      ? this.#ofKnown(device, check)
      : this.#ofStranger(name, network, check);
  }

  async #ofKnown(device: string, check: () => Promise<boolean>): Promise<Guessed> {
    const right = await this.#known.ask(device, this.#devices.spent(device), check);
    if (right !== false) this.#devices.giveBackToAll(device);
    return guessed(right);
  }

  async #ofStranger(name: string, network: string, check: () => Promise<boolean>): Promise<Guessed> {
    const there = `${network} ${name}`;
    // What is refused is written nowhere.
    if (this.#networks.isSpent(network) || this.#names.isSpent(there)) return 'refused';
    if (!(await this.#networks.takeOfAll(network))) return 'refused';
    if (!(await this.#names.takeOfAll(there))) {
      this.#networks.giveBackToAll(network);
      return 'refused';
    }
    this.#lately.take(network);
    // Whole guesses: of two who have guessed as often, who came first is first.
    const right = await this.#strangers.ask(network, Math.ceil(this.#lately.spent(network)), check);
    if (right === true) this.#strangers.giveBack();
    if (right !== false) {
      this.#names.giveBackToAll(there);
      this.#networks.giveBackToAll(network);
      this.#lately.giveBack(network);
    }
    return guessed(right);
  }
}

const guessed = (right: boolean | null): Guessed => (right === null ? 'refused' : right ? 'right' : 'wrong');
