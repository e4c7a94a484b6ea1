import type { Counts } from '../neuron/lines';
import type { Detector, Weight } from './config';

const SIGNS: Readonly<Record<Weight, string>> = { '1': '+', '0': '0', '-1': '-' };
const WEIGHTS: Readonly<Record<string, Weight>> = { '+': 1, '0': 0, '-': -1 };

/** A detector in ten characters: the same for the same one. */
export const keyOf = ({ cells, threshold }: Detector): string =>
  `${cells.map((cell) => SIGNS[cell]).join('')}${threshold}`;

export interface HeldDetector extends Detector {
  readonly key: string;
  readonly count: number;
}

/** The detectors of a class, with how many students hold each: the commonest first. */
export const heldDetectors = (counts: Counts): readonly HeldDetector[] =>
  Object.entries(counts)
    .map(([key, count]) => ({
      ...{ key, count, threshold: Number(key.slice(-1)) },
      cells: [...key.slice(0, -1)].map((sign) => WEIGHTS[sign] ?? 0),
    }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
