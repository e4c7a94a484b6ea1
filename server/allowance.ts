/** How much at once, and how long until one more is allowed, ms. */
export interface Allowance {
  readonly burst: number;
  readonly every: number;
}

/** For what is counted for each name alone. */
export const NO_LIMIT: Allowance = { burst: Infinity, every: 1 };

/** How long one takes at so many a second, ms. */
export const perSecond = (rate: number): number => 1_000 / rate;

/** What is spent, and comes back as time passes: one each `every` ms. `now` is monotonic, in ms. */
export class Spent {
  #amount = 0;
  #at: number;

  constructor(now: number) {
    this.#at = now;
  }

  amount(now: number, every: number): number {
    this.#amount = Math.max(0, this.#amount - (now - this.#at) / every);
    this.#at = now;
    return this.#amount;
  }

  /** What is spent with `cost` more. */
  add(cost: number, now: number, every: number): number {
    return (this.#amount = Math.max(0, this.amount(now, every) + cost));
  }

  /** As somebody has counted it who knows of more. */
  set(amount: number, now: number): void {
    this.#amount = amount;
    this.#at = now;
  }

  /** Takes back what could not be had. */
  limit(to: number): void {
    if (this.#amount > to) this.#amount = to;
  }

  /** Whether not one more is allowed. */
  isFull({ burst, every }: Allowance, now: number): boolean {
    return this.amount(now, every) > burst - 1;
  }

  /** How long until another one is allowed, whole ms. */
  wait({ burst, every }: Allowance, now: number): number {
    return Math.max(0, Math.ceil((this.amount(now, every) - burst + 1) * every));
  }
}

/**
 * What each of many has spent, all by the same `every`. Beyond `most` those are forgotten that have nearly all of theirs
 * back.
 */
export class SpentByName {
  readonly #names = new Map<string, Spent>();

  constructor(readonly most: number) {}

  of(name: string, now: number, every: number): Spent {
    const known = this.#names.get(name);
    if (known) return known;
    if (this.#names.size >= this.most) this.#forget(now, every);
    const spent = new Spent(now);
    this.#names.set(name, spent);
    return spent;
  }

  /** Takes one for `name`; false if none is left. */
  take(name: string, allowance: Allowance, now: number): boolean {
    const spent = this.of(name, now, allowance.every);
    if (spent.isFull(allowance, now)) return false;
    spent.add(1, now, allowance.every);
    return true;
  }

  #forget(now: number, every: number): void {
    const least = [...this.#names].sort(([, a], [, b]) => a.amount(now, every) - b.amount(now, every));
    for (const [name] of least.slice(0, this.most / 2)) this.#names.delete(name);
  }
}
