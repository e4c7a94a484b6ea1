import { Spent, SpentByName, type Allowance } from '../allowance';

/** Names remembered at once. */
const MAX_NAMES = 2_000;

/**
 * Counts wrong guesses per name and overall, in memory. A name is what is guessed at, or the network that guesses.
 * `now` is monotonic, in ms.
 */
export class Guesses {
  readonly #names = new SpentByName(MAX_NAMES);
  readonly #overall: Spent;

  constructor(
    readonly now: () => number,
    readonly perName: Allowance,
    readonly overall: Allowance,
  ) {
    this.#overall = new Spent(now());
  }

  /** Takes a guess before it is checked, so that many at once do not slip through; false if there is none left. */
  take(name: string): boolean {
    if (this.isSpent(name)) return false;
    this.#add(name, 1, 1);
    return true;
  }

  /** Whether none is left. */
  isSpent(name: string): boolean {
    const now = this.now();
    return this.#of(name).isFull(this.perName, now) || this.#overall.isFull(this.overall, now);
  }

  /** Gives back a guess that was right; `more` than one to whoever has earned it, up to the whole burst. */
  giveBack(name: string, more = 0): void {
    this.#add(name, -1 - more, -1);
  }

  /** How many of its guesses a name has spent and not got back yet. */
  spent(name: string): number {
    return this.#of(name).amount(this.now(), this.perName.every);
  }

  #of(name: string): Spent {
    return this.#names.of(name, this.now(), this.perName.every);
  }

  #add(name: string, ofName: number, overall: number): void {
    const now = this.now();
    this.#of(name).add(ofName, now, this.perName.every);
    this.#overall.add(overall, now, this.overall.every);
  }
}

/** Wrong secrets from one network: a few old links and QRs, then one in two seconds. */
const SECRETS_PER_NETWORK: Allowance = { burst: 20, every: 2_000 };
const SECRETS_OVERALL: Allowance = { burst: 300, every: 100 };

/**
 * Counts wrong projector keys, tickets and secrets of seats, by network. They have 128 bits or more, so nobody finds
 * one: the limit is for the work that looking them up makes.
 */
export const secretGuesses = (now: () => number): Guesses =>
  new Guesses(now, SECRETS_PER_NETWORK, SECRETS_OVERALL);
