import { RANGE } from '#shared/activities/line-fit/config';
import type { ChartAxis } from '../kit/chart';
import type { Column } from '../kit/columns';
import type { Measured } from './measured';

const chartAxis = ({ title, marks }: Column, domain: readonly [number, number]): ChartAxis => ({
  ...{ domain, name: title, at: marks.map(({ at }) => at) },
  words: (place) => marks.find(({ at }) => at === place)?.label ?? '',
});

/** What was measured, across and upwards. */
export const chartAxes = ({ x, y }: Measured): { readonly x: ChartAxis; readonly y: ChartAxis } => ({
  x: chartAxis(x, RANGE.flipper),
  y: chartAxis(y, RANGE.mass),
});
