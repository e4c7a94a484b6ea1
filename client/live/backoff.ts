const FIRST = 400;
const LONGEST = 5_000;

/**
 * The pause before attempt number `attempt` (1 is the first after a failure), in ms: doubling up to a cap, spread by
 * a half in both directions so that a class does not call again in one instant. `chance` in [0, 1).
 */
export function pauseBefore(attempt: number, chance: number): number {
  const pause = Math.min(LONGEST, FIRST * 2 ** (attempt - 1));
  return pause * (0.5 + chance);
}
