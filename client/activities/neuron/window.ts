import type { Room } from '../kit/dots';
import { SIDE, type Box } from '../kit/plane';
import { BAND, CENTRE, UNIT } from './geometry';

/** The part of the plane of inputs that fills a room between axes: all its height, and as much width as there is. */
export interface Window {
  readonly viewBox: string;
  /** A unit of the drawing, px. */
  readonly unit: number;
  readonly across: readonly [number, number];
  readonly up: readonly [number, number];
}

export function windowOf(inputs: number, { width, height }: Room): Window {
  const tall = inputs === 1 ? BAND.height : SIDE;
  const wide = height > 0 ? (tall * width) / height : tall;
  const [left, top] = [(SIDE - wide) / 2, (SIDE - tall) / 2];
  const around = (middle: number, length: number) =>
    [middle - length / 2 / UNIT, middle + length / 2 / UNIT] as const;
  return {
    viewBox: `${left} ${top} ${wide} ${tall}`,
    unit: height > 0 ? height / tall : 1,
    across: around(CENTRE.x0, wide),
    up: around(CENTRE.x1, tall),
  };
}

/** What every window shows, a little away from its edges. */
export function innerBox(inputs: number): Box {
  const edge = 30;
  const [top, height] = inputs === 1 ? [BAND.top, BAND.height] : [0, SIDE];
  return { left: edge, right: SIDE - edge, top: top + edge, bottom: top + height - edge };
}
