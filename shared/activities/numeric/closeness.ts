/** Decimals such as 0.3 - 0.2 miss by a few units in the last place: this share of the numbers is no difference. */
const ROUNDING = 1e-9;

/** How far a value is from the answer, in the answer's unit; 0 where only the last digits of the machine differ. */
export function distance(value: number, answer: number): number {
  const apart = Math.abs(value - answer);
  return apart <= ROUNDING * Math.max(Math.abs(value), Math.abs(answer)) ? 0 : apart;
}

/** Whether a value is the answer, give or take the tolerance. */
export const within = (value: number, answer: number, tolerance: number): boolean =>
  distance(value, answer) <= tolerance + ROUNDING * Math.max(Math.abs(answer), tolerance);
