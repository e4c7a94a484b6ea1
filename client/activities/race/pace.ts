/** How long a whole run is meant to take, ms: each epoch long enough to be seen, no run longer than patience. */
const EPOCH = 90;
const LONGEST = 6_000;

/** The epoch that a run should have reached `elapsed` ms after it left `from`, on its way to `to`; at least the next. */
export function targetEpoch(from: number, to: number, elapsed: number): number {
  const time = Math.min(LONGEST, EPOCH * to);
  return Math.min(to, from + Math.max(1, Math.floor((elapsed * to) / time)));
}
