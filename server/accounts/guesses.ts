/** How many wrong guesses at once, and how long until another one is allowed, ms. */
export interface Allowance {
  readonly burst: number;
  readonly every: number;
}

/** For what is counted for each name alone. */
export const NO_LIMIT: Allowance = { burst: Infinity, every: 1 };

/** Names remembered at once; beyond that those are forgotten that have nearly all of their guesses back. */
const MAX_NAMES = 2_000;

/** Guesses spent, draining as time passes. */
export class Spent {
  #amount = 0;
  #at: number;

  constructor(
    readonly allowance: Allowance,
    now: number,
  ) {
    this.#at = now;
  }

  amount(now: number): number {
    this.#amount = Math.max(0, this.#amount - (now - this.#at) / this.allowance.every);
    this.#at = now;
    return this.#amount;
  }

  isFull(now: number): boolean {
    return this.amount(now) > this.allowance.burst - 1;
  }

  /** How long until another one is allowed, whole ms. */
  wait(now: number): number {
    return Math.max(0, Math.ceil((this.amount(now) - this.allowance.burst + 1) * this.allowance.every));
  }

  add(by: number): void {
    this.#amount = Math.max(0, this.#amount + by);
  }
}

/**
 * Counts wrong guesses per name and overall, in memory. A name is what is guessed at, or the network that guesses.
 * `now` is monotonic, in ms.
 */
export class Guesses {
  readonly #names = new Map<string, Spent>();
  readonly #overall: Spent;

  constructor(
    readonly now: () => number,
    readonly perName: Allowance,
    overall: Allowance,
  ) {
    this.#overall = new Spent(overall, now());
  }

  /** Takes a guess before it is checked, so that many at once do not slip through; false if there is none left. */
  take(name: string): boolean {
    const now = this.now();
    const spent = this.#of(name, now);
    if (spent.isFull(now) || this.#overall.isFull(now)) return false;
    for (const each of [spent, this.#overall]) each.add(1);
    return true;
  }

  /** Whether none is left. */
  isSpent(name: string): boolean {
    const now = this.now();
    return this.#of(name, now).isFull(now) || this.#overall.isFull(now);
  }

  /** Gives back a guess that was right; `more` than one to whoever has earned it, up to the whole burst. */
  giveBack(name: string, more = 0): void {
    this.#of(name, this.now()).add(-1 - more);
    this.#overall.add(-1);
  }

  /** How many of its guesses a name has spent and not got back yet. */
  spent(name: string): number {
    const now = this.now();
    return this.#of(name, now).amount(now);
  }

  #of(name: string, now: number): Spent {
    const known = this.#names.get(name);
    if (known) return known;
    if (this.#names.size >= MAX_NAMES) this.#forget(now);
    const spent = new Spent(this.perName, now);
    this.#names.set(name, spent);
    return spent;
  }

  #forget(now: number): void {
    const least = [...this.#names].sort(([, a], [, b]) => a.amount(now) - b.amount(now));
    for (const [name] of least.slice(0, MAX_NAMES / 2)) this.#names.delete(name);
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
