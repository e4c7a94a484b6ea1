import { Guesses, type Allowance } from '../../accounts/guesses';
import type { Room } from '../room';

/** Wrong codes from one network: twenty, then twelve a minute. A class mistypes a few. */
const PER_NETWORK: Allowance = { burst: 20, every: 5_000 };
/** Wrong codes from all networks together: then two a second, wherever they come from. */
const OVERALL: Allowance = { burst: 300, every: 500 };

/** What a network that has used its wrong codes up may still try with the codes of its own classes. */
const RESERVE: Allowance = { burst: 200, every: 100 };
/** Tries that everybody who comes in on the reserve earns for those who come after them. */
const EARNED = 5;

/** The reserve is counted for each network alone. */
const NO_LIMIT: Allowance = { burst: Infinity, every: 1 };

/** Networks that are remembered of one room: more than it has seats. */
const MOST_NETWORKS = 4_000;

/** Who may try a code without having a seat. Docs/decisions/0011 has the rule and its arithmetic. */
export class Newcomers {
  readonly #codes: Guesses;
  readonly #reserve: Guesses;
  /** The networks from which somebody has come into a room: its code is known there. */
  readonly #known = new WeakMap<Room, Set<string>>();

  /** `now` is monotonic, in ms. */
  constructor(now: () => number) {
    this.#codes = new Guesses(now, PER_NETWORK, OVERALL);
    this.#reserve = new Guesses(now, RESERVE, NO_LIMIT);
  }

  /** Somebody has come in from `network`, or looks on there as the room's desk or projector. */
  met(room: Room, network: string): void {
    const known = this.#known.get(room) ?? new Set();
    this.#known.set(room, known);
    if (known.size < MOST_NETWORKS) known.add(network);
  }

  /** Whether a try from `network` is judged at all. `room`: what its code leads to. Only wrong ones cost anything. */
  mayTry(network: string, room: Room | null): boolean {
    if (this.#codes.take(network)) {
      if (room) this.#codes.giveBack(network);
      return true;
    }
    if (!this.#reserve.take(network)) return false;
    if (!room || !this.#known.get(room)?.has(network)) return false;
    this.#reserve.giveBack(network, EARNED);
    return true;
  }
}
