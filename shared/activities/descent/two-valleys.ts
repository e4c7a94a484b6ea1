import { rng, type Seed } from '../../rng';

/** A cost with two minima, which is only shown: f(p) = (p² − 1)²/4 + TILT p. The left one is the deeper. */
const TILT = 0.15;
/** Everybody goes down with the same η, and for as many steps. */
const RATE = 0.2;
export const STEPS = 40;

/** Starts stand on a grid, this many to a unit, from −REACH to REACH of its steps. */
const GRID = 10;
export const REACH = 17;

export const costOf = (p: number): number => ((p * p - 1) * (p * p - 1)) / 4 + TILT * p;
const slopeOf = (p: number): number => p * (p * p - 1) + TILT;

/** Where a seat's ball starts, p₀, in steps of the grid. */
export const startAt = (seat: Seed): number => rng(seat, 'two-valleys').below(2 * REACH + 1) - REACH;

/** The way of a ball that starts at a place of the grid: p after each step. */
export function wayFrom(place: number): readonly number[] {
  const way = [place / GRID];
  for (let step = 0; step < STEPS; step++) {
    const p = way.at(-1) ?? 0;
    way.push(p - RATE * slopeOf(p));
  }
  return way;
}
