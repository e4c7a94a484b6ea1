import { ANGLES, FARTHEST, type Line } from '#shared/activities/class-network/config';
import { GENERATED_EXTENT } from '#shared/training/map';
import type { PlaneAxes } from '../kit/axes';
import { SIDE, type Cut } from '../kit/plane';
import { CENTRE, cutOf as cutOfBoundary, drawn, type Boundary, type Point } from '../neuron/geometry';

/** Tenths of a unit of the points in a unit of the inputs, in which the kit's grips and gestures reckon. */
export const TENTHS = 10 * GENERATED_EXTENT;

const RADIAN = (2 * Math.PI) / ANGLES;

/** The unit vector of so many degrees. */
export const facing = (angle: number): Point => ({
  x0: Math.cos(RADIAN * angle),
  x1: Math.sin(RADIAN * angle),
});

/** The nearest whole degree of a direction, from 0 on. */
export const angleOf = ({ x0, x1 }: Point): number =>
  (Math.round(Math.atan2(x1, x0) / RADIAN) + ANGLES) % ANGLES;

export const within = (offset: number): number =>
  Math.max(-FARTHEST, Math.min(FARTHEST, Math.round(offset))) + 0;

/** A line as the boundary of a neuron in the plane of the kit. */
export function boundaryOf({ angle, offset }: Line): Boundary {
  const normal = facing(angle);
  const reach = offset / TENTHS;
  return { foot: { x0: CENTRE.x0 + reach * normal.x0, x1: CENTRE.x1 + reach * normal.x1 }, normal };
}

export const cutOf = (line: Line): Cut => cutOfBoundary(boundaryOf(line));

/** The same cut, seen from the side that the class takes for class 1. */
export const weighted = ({ at, normal }: Cut, weight: number): Cut =>
  weight < 0 ? { at, normal: { x: -normal.x, y: -normal.y } } : { at, normal };

const tick = (value: number) =>
  drawn({ x0: CENTRE.x0 + value / GENERATED_EXTENT, x1: CENTRE.x1 + value / GENERATED_EXTENT });
const ticks = [-4, 4];
const label = (value: number) => String(value).replace('-', '−');

/** The axes of the points: both features from -6 to 6. */
export const axes: PlaneAxes = {
  x: { ticks: ticks.map((value) => ({ at: tick(value).x, label: label(value) })), name: 'x', index: '0' },
  y: { ticks: ticks.map((value) => ({ at: tick(value).y, label: label(value) })), name: 'x', index: '1' },
  cross: { x: SIDE / 2, y: SIDE / 2 },
  size: 20,
};
