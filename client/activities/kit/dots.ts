import type { Place } from './plane';

/** Where dots stand, px. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Dots in square cells of one size, px: columns of so many rows, from the left. */
export interface Packing {
  readonly cell: number;
  readonly rows: number;
}

/** A handful of dots is no larger than this share of the room's width. */
const LARGEST = 1 / 14;

/** The largest cells in which `count` dots fit a room, in as few rows as that allows. */
export function packing(count: number, { width, height }: Room): Packing {
  const most = Math.min(height, width * LARGEST);
  let best: Packing = { cell: 0, rows: 1 };
  for (let rows = 1; rows <= Math.max(1, count); rows += 1) {
    const cell = Math.min(most, height / rows, width / Math.ceil(count / rows));
    if (cell > best.cell) best = { cell, rows };
  }
  return best;
}

/** The middle of a dot, counted from 0: a column fills from the top, and stands in the middle of the room's height. */
export const placeOf = (dot: number, { cell, rows }: Packing, { height }: Room): Place => ({
  x: (Math.floor(dot / rows) + 0.5) * cell,
  y: (height - rows * cell) / 2 + ((dot % rows) + 0.5) * cell,
});

/** The smallest of several rooms: what fits there fits everywhere, in cells of one size. */
export const smallest = (rooms: readonly Room[]): Room => ({
  width: Math.min(...rooms.map(({ width }) => width)),
  height: Math.min(...rooms.map(({ height }) => height)),
});

/**
 * Which of `from` places each of `to` dots comes from. Neighbours part, so that nobody reads off a dot's way when it
 * had come; where there are more dots than places, as when one answer has several parts, a place is used again.
 */
export function origins(from: number, to: number): readonly number[] {
  if (from === 0) return [];
  const stride = STRIDES.find((one) => from % one !== 0) ?? 1;
  return Array.from({ length: to }, (_, dot) => (dot * stride) % from);
}

/** Primes: one that does not divide the number of places visits each of them once. */
const STRIDES = [37, 41, 43, 47];
