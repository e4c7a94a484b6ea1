import type { Seed } from '../../../rng';
import { GENERATED_EXTENT, PENGUIN_EXTENT } from '../../../training/map';
import type { Points } from '../../../training/request';
import type { GeneratedKind } from '../../../training/sets/generate';
import { privatePoints, visiblePoints } from '../../../training/sets/splits';
import type { PlaneData } from './field';

/** Visible points as they are sent: the receiver makes them from their seed, or they are spelt out. */
export type PointsFrom =
  | {
      readonly from: 'seed';
      readonly data: GeneratedKind;
      readonly samples: number;
      readonly noise: number;
      readonly seed: Seed;
    }
  | { readonly from: 'table'; readonly points: Points };

/** The public sample behind the figures of the round, and the private points behind the score. */
export interface Judges {
  readonly open: Points;
  readonly hidden: Points;
}

/** What networks are judged by, as it is sent at the reveal. */
export type JudgesFrom =
  | { readonly from: 'seed'; readonly data: GeneratedKind; readonly noise: number; readonly seed: Seed }
  | ({ readonly from: 'table' } & Judges);

export const visibleFrom = (sent: PointsFrom): Points =>
  sent.from === 'table' ? sent.points : visiblePoints(sent.data, sent.samples, sent.noise, sent.seed);

export const judgedBy = (sent: JudgesFrom): Judges =>
  sent.from === 'table'
    ? { open: sent.open, hidden: sent.hidden }
    : privatePoints(sent.data, sent.noise, sent.seed);

/** A picture of the data shows both coordinates from minus this to this. */
export const extentOf = (data: PlaneData): number =>
  data === 'penguins' || data === 'own' ? PENGUIN_EXTENT : GENERATED_EXTENT;
