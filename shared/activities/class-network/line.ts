import type { Neuron } from '../../training/together/features';
import { turn } from '../../training/sets/turn';
import { ANGLES, FARTHEST, type Line } from './config';

/** Where every line starts: beside all the points, where it tells none from another. */
export const START: Line = { angle: 0, offset: -FARTHEST };

/** The hidden neuron of a line. */
export function neuronOf({ angle, offset }: Line): Neuron {
  const { sin, cos } = turn(angle / ANGLES);
  return { w: [cos, sin], b: -offset / 10 };
}

/** One key for the two neurons of a line, which are worth the same. */
export const keyOf = ({ angle, offset }: Line): string =>
  angle < ANGLES / 2 ? `${angle},${offset}` : `${angle - ANGLES / 2},${-offset + 0}`;

export function lineOf(key: string): Line {
  const [angle = 0, offset = 0] = key.split(',').map(Number);
  return { angle, offset };
}
