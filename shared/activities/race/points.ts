import type { Seed } from '../../rng';
import { privatePoints, visiblePoints } from '../../training/sets/splits';
import { GENERATED_EXTENT, PENGUIN_EXTENT } from '../../training/map';
import type { Points } from '../../training/request';
import type { DataSet } from './config';

/** Points that the receiver makes from their seed, or that are spelt out. */
export type PointsFrom =
  | {
      readonly data: 'circle' | 'xor';
      readonly samples: number;
      readonly noise: number;
      readonly seed: Seed;
    }
  | { readonly points: Points };

/** The public sample behind the figures of the round, and the private points behind the score. */
export interface Judges {
  readonly open: Points;
  readonly hidden: Points;
}

export type JudgesFrom =
  { readonly data: 'circle' | 'xor'; readonly noise: number; readonly seed: Seed } | Judges;

export const visibleFrom = (from: PointsFrom): Points =>
  'points' in from ? from.points : visiblePoints(from.data, from.samples, from.noise, from.seed);

export const judgedBy = (from: JudgesFrom): Judges =>
  'open' in from ? from : privatePoints(from.data, from.noise, from.seed);

/** A picture of the data shows both coordinates from minus this to this. */
export const extentOf = (data: DataSet): number => (data === 'penguins' ? PENGUIN_EXTENT : GENERATED_EXTENT);
