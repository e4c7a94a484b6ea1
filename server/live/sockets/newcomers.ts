import { Guesses } from '../../accounts/guesses';
import type { Tally } from '../../storage/tally';
import { NO_LIMIT, type Allowance } from '../../allowance';

/** Wrong codes from one network: twenty, then twelve a minute. A class mistypes a few. */
const PER_NETWORK: Allowance = { burst: 20, every: 5_000 };
/** Wrong codes from all networks together: then two a second, wherever they come from. */
const OVERALL: Allowance = { burst: 300, every: 500 };

/** Tries that a network still has, after it has used up its wrong codes, for codes of sessions that it has joined. */
const RESERVE: Allowance = { burst: 200, every: 100 };
/** Tries that go back to the reserve whenever somebody gets in by it, for those who come after them. */
const EARNED = 5;

/**
 * Codes of one network, and of all, that are looked up in the log where other servers share it, since no session that is
 * here has them: two schools that come back at once, and then 20 a second.
 */
const LOOKUPS: Allowance = { burst: 6_000, every: 50 };
const LOOKUPS_OVERALL: Allowance = { burst: 20_000, every: 10 };

/** The same of one network that has no wrong code left: a class that comes back at once, and then 10 a second. */
const GUESSERS_LOOKUPS: Allowance = { burst: 1_000, every: 100 };

/** Networks that are remembered of one session: more than it has seats. */
const MOST_NETWORKS = 4_000;

/** What a code leads to: a room's handle, or a session that was put aside. */
type Session = object;

/** Who may try a code without having a seat. Docs/decisions/0011 has the rule and its arithmetic. */
export class Newcomers {
  readonly #codes: Guesses;
  readonly #reserve: Guesses;
  readonly #lookups: Guesses;
  /** Who guesses spends nothing of what is looked up for all others. */
  readonly #guessersLookups: Guesses;
  /** The networks from which somebody has come into a session: its code is known there. */
  readonly #known = new WeakMap<Session, Set<string>>();

  /** `now` is monotonic, in ms; `tally`: where all servers count wrong codes together. */
  constructor(now: () => number, tally: Tally | null = null) {
    this.#codes = new Guesses(now, PER_NETWORK, OVERALL, { kind: 'codes', tally });
    this.#reserve = new Guesses(now, RESERVE, NO_LIMIT);
    this.#lookups = new Guesses(now, LOOKUPS, LOOKUPS_OVERALL);
    this.#guessersLookups = new Guesses(now, GUESSERS_LOOKUPS, NO_LIMIT);
  }

  /**
   * Takes one of the codes that are looked up for `network`, since no session here has them: a flood of codes is no flood of
   * questions. Answers what to call if it was found; null: it is not looked up at all.
   */
  lookUp(network: string): (() => void) | null {
    const lookups = this.#codes.isSpent(network) ? this.#guessersLookups : this.#lookups;
    return lookups.take(network) ? () => lookups.giveBack(network) : null;
  }

  /** Somebody has come in from `network`, or looks on there as the session's desk or projector. */
  met(session: Session, network: string): void {
    const known = this.#known.get(session) ?? new Set();
    this.#known.set(session, known);
    if (known.size < MOST_NETWORKS) known.add(network);
  }

  /**
   * Whether a try from `network` is judged at all. `session`: what its code leads to. Only wrong ones cost anything, and
   * only of those other servers hear: a class that comes in asks nobody.
   */
  async mayTry(network: string, session: Session | null): Promise<boolean> {
    if (this.#codes.take(network)) {
      if (!session) return this.#codes.counted(network);
      this.#codes.giveBack(network);
      return true;
    }
    if (!this.#reserve.take(network)) return false;
    if (!session || !this.#known.get(session)?.has(network)) return false;
    this.#reserve.giveBack(network, EARNED);
    return true;
  }
}
