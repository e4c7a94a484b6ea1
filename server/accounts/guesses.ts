import type { Allowance } from '../allowance';
import type { Tally } from '../storage/tally';
import { Counts } from './counts';

/** Names remembered at once. */
const MAX_NAMES = 2_000;

/** The one name of what is counted overall. */
const ALL = '';

/** Where all servers count wrong guesses together, and under what. */
export interface Together {
  readonly kind: string;
  readonly tally: Tally | null;
}

const ALONE: Together = { kind: '', tally: null };

/**
 * Counts wrong guesses per name and overall, in memory, and where there are several servers for all of them. A name is
 * what is guessed at, or the network that guesses. `now` is monotonic, in ms. Docs/decisions/0069 has the arithmetic.
 */
export class Guesses {
  readonly #names: Counts;
  readonly #overall: Counts;

  constructor(
    readonly now: () => number,
    readonly perName: Allowance,
    readonly overall: Allowance,
    { kind, tally }: Together = ALONE,
  ) {
    this.#names = new Counts({ kind, most: MAX_NAMES, every: perName.every, now, tally });
    const shared = overall.burst === Infinity ? null : tally;
    this.#overall = new Counts({ kind: `${kind}-all`, most: 1, every: overall.every, now, tally: shared });
  }

  /**
   * Takes a guess before it is checked, so that many at once do not slip through; false if there is none left. Nobody
   * else is told: one that was right is given back, one that was wrong is `counted`.
   */
  take(name: string): boolean {
    if (this.isSpent(name)) return false;
    this.#add(name, 1, 1);
    return true;
  }

  /** A guess that was taken was wrong: all servers count it. Whether it was still one of those that all have together. */
  async counted(name: string): Promise<boolean> {
    const [ofName, overall] = await Promise.all([this.#names.tell(name, 1), this.#overall.tell(ALL, 1)]);
    return ofName <= this.perName.burst && overall <= this.overall.burst;
  }

  /** Counts a guess that was wrong; false if there was none left. */
  async wrong(name: string): Promise<boolean> {
    return this.take(name) && this.counted(name);
  }

  /** Takes a guess that all servers count from now on, whatever comes of it; false if together they have none left. */
  async takeOfAll(name: string): Promise<boolean> {
    if (!this.take(name)) return false;
    if (await this.counted(name)) return true;
    this.giveBackToAll(name);
    return false;
  }

  /** Gives back a guess that was right; `more` than one to whoever has earned it, up to the whole burst. */
  giveBack(name: string, more = 0): void {
    this.#add(name, -1 - more, -1);
  }

  /** The same of one that all have counted. */
  giveBackToAll(name: string): void {
    this.giveBack(name);
    void this.#names.tell(name, -1);
    void this.#overall.tell(ALL, -1);
  }

  /** Whether none is left. */
  isSpent(name: string): boolean {
    return this.#names.isFull(name, this.perName) || this.#overall.isFull(ALL, this.overall);
  }

  /** How many of its guesses a name has spent and not got back yet. */
  spent(name: string): number {
    return this.#names.amount(name);
  }

  #add(name: string, ofName: number, overall: number): void {
    this.#names.add(name, ofName);
    this.#overall.add(ALL, overall);
  }
}

/** Wrong secrets from one network: a few old links and QRs, then one in two seconds. */
const SECRETS_PER_NETWORK: Allowance = { burst: 20, every: 2_000 };
const SECRETS_OVERALL: Allowance = { burst: 300, every: 100 };

/**
 * Counts wrong projector keys, tickets and secrets of seats, by network. They have 128 bits or more, so nobody finds
 * one: the limit is for the work that looking them up makes.
 */
export const secretGuesses = (now: () => number, tally: Tally | null = null): Guesses =>
  new Guesses(now, SECRETS_PER_NETWORK, SECRETS_OVERALL, { kind: 'secrets', tally });
