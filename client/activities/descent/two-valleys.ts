import { costOf, wayFrom } from '#shared/activities/descent/two-valleys';
import type { Counts } from '#shared/activities/neuron/lines';
import type { ChartAxis } from '../kit/chart';

/** What the picture shows of the curve. */
export const ACROSS = { domain: [-2, 2], at: [-2, -1, 0, 1, 2] } as const satisfies Partial<ChartAxis>;
export const UP = { domain: [-0.3, 1.2], at: [0, 0.5, 1] } as const satisfies Partial<ChartAxis>;

/** Balls that start at one place: they go the same way. */
export interface Falling {
  readonly place: number;
  readonly count: number;
  readonly way: readonly number[];
}

/** The class's balls, from left to right. */
export const fallingOf = (starts: Counts): readonly Falling[] =>
  Object.entries(starts)
    .map(([place, count]) => ({ place: Number(place), count, way: wayFrom(Number(place)) }))
    .sort((a, b) => a.place - b.place);

/** Where a ball is after so many steps. */
export const heightOf = ({ way }: Falling, taken: number): { readonly p: number; readonly cost: number } => {
  const p = way[Math.min(taken, way.length - 1)] ?? 0;
  return { p, cost: costOf(p) };
};

/** How many ended in the left minimum and in the right one, and where these are. */
export function endsOf(balls: readonly Falling[]): readonly { readonly p: number; readonly count: number }[] {
  return [-1, 1].map((side) => {
    const there = balls.filter(({ way }) => Math.sign(way.at(-1) ?? 0) === side);
    const [one] = there.length > 0 ? there : [fallingOf({ [10 * side]: 0 })[0]];
    return { p: one?.way.at(-1) ?? side, count: there.reduce((sum, { count }) => sum + count, 0) };
  });
}

/** The curve from one edge of the picture to the other. */
export const curvePoints = (): readonly (readonly [p: number, cost: number])[] =>
  Array.from({ length: 81 }, (_, i) => -2 + i / 20).map((p) => [p, costOf(p)] as const);
