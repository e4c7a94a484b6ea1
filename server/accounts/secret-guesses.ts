import { Guesses, type Allowance } from './guesses';

/** Wrong secrets from one network: a few old links and QRs, then one in two seconds. */
const PER_NETWORK: Allowance = { burst: 20, every: 2_000 };
const OVERALL: Allowance = { burst: 300, every: 100 };

/**
 * Counts wrong projector keys, tickets and secrets of seats, by network. They have 128 bits or more, so nobody finds
 * one: the limit is for the work that looking them up makes.
 */
export const secretGuesses = (now: () => number): Guesses => new Guesses(now, PER_NETWORK, OVERALL);
