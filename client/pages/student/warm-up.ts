/** A point of the warm-up's cloud, in the unit square, and the side where it belongs. */
export interface WarmUpPoint {
  readonly x: number;
  readonly y: number;
  readonly one: boolean;
}

const ones = [
  [0.62, 0.2],
  [0.78, 0.34],
  [0.9, 0.16],
  [0.88, 0.55],
  [0.58, 0.4],
] as const;

const zeros = [
  [0.12, 0.48],
  [0.24, 0.74],
  [0.4, 0.62],
  [0.1, 0.86],
  [0.52, 0.86],
] as const;

export const points: readonly WarmUpPoint[] = [
  ...ones.map(([x, y]) => ({ x, y, one: true })),
  ...zeros.map(([x, y]) => ({ x, y, one: false })),
];

/** Where the line turns. */
export const PIVOT = { x: 0.5, y: 0.5 } as const;

/** Whether the line at `degrees` (0: level, clockwise) leaves a point on its own side: ones above or right of it. */
export function wellPlaced({ x, y, one }: WarmUpPoint, degrees: number): boolean {
  const angle = (degrees * Math.PI) / 180;
  const side = (x - PIVOT.x) * Math.sin(angle) - (y - PIVOT.y) * Math.cos(angle);
  return side > 0 === one;
}
