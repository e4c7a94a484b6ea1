/** How much faster than it was. */
export const speeds = [1, 4, 16] as const;
export type Speed = (typeof speeds)[number];

/** What happened at once is shown one after the other; where nothing happened for long, nobody waits, ms. */
const SHORTEST = 120;
const LONGEST = 3_000;

/** How long a moment stands before the next one, ms; `apart` is how far they were apart in the lesson. */
export const standing = (apart: number, speed: Speed): number =>
  Math.min(LONGEST, Math.max(SHORTEST, apart / speed));
