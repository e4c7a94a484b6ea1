import type { Point } from '#shared/activities/descent/bowl';
import type { Summary, View } from '#shared/activities/descent/view';
import { inSight } from './plane';
import { lastOf, wayAt } from './ways';

/** Where the balls of so many students are after all steps. */
export interface Ball {
  readonly level: number;
  readonly at: Point;
  readonly count: number;
}

export interface Balls {
  readonly inside: readonly Ball[];
  /** How many have left the picture. */
  readonly away: number;
}

/** Everybody's ball on the same valley. */
export function ballsOf(view: View, { levels }: Pick<Summary, 'levels'>): Balls {
  const all = Object.entries(levels).map(([key, count]): Ball => {
    const level = Number(key);
    return { level, at: lastOf(wayAt(view, level)), count };
  });
  const inside = all.filter(({ at }) => inSight(at));
  const away = all.filter(({ at }) => !inSight(at)).reduce((sum, { count }) => sum + count, 0);
  return { inside, away };
}
