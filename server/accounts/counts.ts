import { SpentByName, type Allowance, type Spent } from '../allowance';
import type { Tally } from '../storage/tally';

export interface CountsPorts {
  /** What is counted, in a word. */
  readonly kind: string;
  /** Names remembered at once. */
  readonly most: number;
  /** How long until one has come back, ms. */
  readonly every: number;
  /** Monotonic, ms. */
  readonly now: () => number;
  /** Where all servers count together; null: this one is alone. */
  readonly tally: Tally | null;
}

/**
 * What was spent under each of many names: on this server at once, and on all servers as soon as they know. Whoever asks
 * is answered out of memory; what others have spent is heard within about a second, or with the answer to what is told
 * them.
 */
export class Counts {
  readonly #spent: SpentByName;
  /** What was added here, and has not come back from the tally yet. */
  readonly #pending = new Map<string, number>();

  constructor(private readonly ports: CountsPorts) {
    this.#spent = new SpentByName(ports.most);
    ports.tally?.hear(ports.kind, ({ name, amount }) => this.#set(name, amount));
  }

  amount(name: string): number {
    const { now, every } = this.ports;
    return this.#of(this.#keyOf(name)).amount(now(), every);
  }

  isFull(name: string, allowance: Allowance): boolean {
    return this.amount(name) > allowance.burst - 1;
  }

  /** How long until another one is allowed, whole ms. */
  wait(name: string, allowance: Allowance): number {
    return this.#of(this.#keyOf(name)).wait(allowance, this.ports.now());
  }

  /** Counts on this server; less than nothing is given back. */
  add(name: string, amount: number): void {
    const { now, every, tally } = this.ports;
    const key = this.#keyOf(name);
    this.#of(key).add(amount, now(), every);
    if (tally) this.#wait(key, amount);
  }

  /** What was added here now counts on all servers; resolves with what all have spent, or what this one knows of it. */
  async tell(name: string, amount: number): Promise<number> {
    const { tally, every } = this.ports;
    if (!tally) return this.amount(name);
    const key = this.#keyOf(name);
    const total = await tally.add(key, amount, every);
    this.#wait(key, -amount);
    if (total !== null) this.#set(key, total);
    return this.amount(name);
  }

  #wait(key: string, amount: number): void {
    const pending = (this.#pending.get(key) ?? 0) + amount;
    if (pending === 0) this.#pending.delete(key);
    else this.#pending.set(key, pending);
  }

  /** As all servers have counted it, and what they do not know of yet. */
  #set(key: string, total: number): void {
    const { now } = this.ports;
    this.#of(key).set(Math.max(0, total + (this.#pending.get(key) ?? 0)), now());
  }

  #of(key: string): Spent {
    const { now, every } = this.ports;
    return this.#spent.of(key, now(), every);
  }

  #keyOf(name: string): string {
    const { tally, kind } = this.ports;
    return tally ? tally.nameOf(kind, name) : name;
  }
}
