import type { Clock } from '../live/clock';
import type { Allowance } from '../allowance';
import type { Tally } from '../storage/tally';
import { Counts } from './counts';

export interface ChecksPorts {
  readonly clock: Clock;
  /** How many may follow each other at once, and how long until another one may. */
  readonly pace: Allowance;
  /** How many wait at the most, in all and of one sender. */
  readonly most: number;
  readonly mostOfOne: number;
  /** How long one waits at the most, ms. */
  readonly patience: number;
  /** Where all servers keep to that pace together. */
  readonly tally: Tally | null;
}

/** What all checks that keep to a pace are counted under. */
const CHECKS = 'checks';

interface Waiting {
  readonly sender: string;
  /** How many of the same sender wait in front of it, and then how much that one has guessed lately. */
  readonly rank: readonly [number, number];
  readonly begin: () => Promise<void>;
  readonly giveUp: () => void;
}

/**
 * Checks of passwords, one after the other: each takes a core for a while and 19 MiB. Every sender has a turn before any
 * has a second one; next is whoever has guessed least lately, and of equals who came first. So whoever guesses pays for
 * it by waiting, and somebody new waits only for others who are new.
 */
export class Checks {
  /** In their order. */
  #waiting: Waiting[] = [];
  #busy = false;
  readonly #spent: Counts;
  #cancel: () => void = () => undefined;

  constructor(private readonly ports: ChecksPorts) {
    const { clock, pace, tally } = ports;
    this.#spent = new Counts({ kind: CHECKS, most: 1, every: pace.every, now: clock.now, tally });
  }

  /** What `check` says in its turn; null: its turn did not come. `guessed`: how much its sender has lately. */
  ask<Found>(sender: string, guessed: number, check: () => Promise<Found>): Promise<Found | null> {
    const { clock, mostOfOne, patience } = this.ports;
    const before = this.#waiting.filter((other) => other.sender === sender).length;
    if (before >= mostOfOne) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      const cancel = clock.after(patience, () => this.#drop(waiting));
      const begin = async () => {
        cancel();
        await check().then(resolve, reject);
      };
      const giveUp = () => {
        cancel();
        resolve(null);
      };
      const waiting: Waiting = { sender, rank: [before, guessed], begin, giveUp };
      this.#enter(waiting);
      this.#next();
    });
  }

  /** A check that found the right password was no guess. */
  giveBack(): void {
    this.#count(-1);
  }

  #count(guesses: number): void {
    this.#spent.add(CHECKS, guesses);
    void this.#spent.tell(CHECKS, guesses);
  }

  #enter(waiting: Waiting): void {
    const after = this.#waiting.findIndex((other) => isBehind(other, waiting));
    this.#waiting.splice(after < 0 ? this.#waiting.length : after, 0, waiting);
    if (this.#waiting.length > this.ports.most) this.#waiting.pop()?.giveUp();
  }

  #drop(waiting: Waiting): void {
    this.#waiting = this.#waiting.filter((other) => other !== waiting);
    waiting.giveUp();
  }

  #next(): void {
    const { clock, pace } = this.ports;
    this.#cancel();
    if (this.#busy || this.#waiting.length === 0) return;
    const wait = this.#spent.wait(CHECKS, pace);
    if (wait > 0) {
      this.#cancel = clock.after(wait, () => this.#next());
      return;
    }
    this.#busy = true;
    this.#count(1);
    void this.#waiting
      .shift()
      ?.begin()
      .finally(() => {
        this.#busy = false;
        this.#next();
      });
  }
}

function isBehind({ rank: [before, guessed] }: Waiting, { rank }: Waiting): boolean {
  return before === rank[0] ? guessed > rank[1] : before > rank[0];
}
