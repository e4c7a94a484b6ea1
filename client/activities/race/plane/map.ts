import { judgedBy, visibleFrom, extentOf } from '#shared/activities/race/plane/points';
import type { LinearView, MlpView, Reveal } from '#shared/activities/race/view';
import type { Points } from '#shared/training/request';
import { sparse } from './sparse';

/** Predictions along each side of the map of a trial. */
export const MAP_SIDE = 40;

/** Races on points of the plane. */
export type PlaneView = MlpView | LinearView;

export interface PlanePoints {
  readonly points: Points;
  /** A picture shows both coordinates from minus this to this. */
  readonly extent: number;
}

const visible = new WeakMap<PlaneView, Points>();

/** The points that a network is trained on here: made once, since every mark of a slider prepares another network. */
export function visibleOf(view: PlaneView): Points {
  const points = visible.get(view) ?? visibleFrom(view.visible);
  visible.set(view, points);
  return points;
}

const onPlane = (reveal: Reveal | null): reveal is Extract<Reveal, { family: 'mlp' | 'linear' }> =>
  reveal?.family === 'mlp' || reveal?.family === 'linear';

/** The visible points, and once they are revealed the private ones, as many as a picture holds. */
export const pointsOf = (view: PlaneView, reveal: Reveal | null): PlanePoints => ({
  points: onPlane(reveal) ? sparse(judgedBy(reveal.judges).hidden) : visibleOf(view),
  extent: extentOf(view.data),
});
