import type { PlaneData } from '#shared/activities/race/plane/field';
import { extentOf } from '#shared/activities/race/plane/points';
import { BILL } from '#shared/training/sets/penguin';
import * as m from '../../../i18n/generated/messages.js';
import type { ChartAxis } from '../../kit/chart';

/** From one edge of the picture to the other: millimetres of a bill. Networks take them as deviations from the mean. */
const measured = ({ mean, deviation }: { mean: number; deviation: number }, extent: number) =>
  [mean - deviation * extent, mean + deviation * extent] as const;

/** The axes of a picture of the plane, with the units in which its data were measured. */
export function axesOf(data: PlaneData): { readonly x: ChartAxis; readonly y: ChartAxis } {
  const extent = extentOf(data);
  if (data === 'penguins')
    return {
      x: { domain: measured(BILL.length, extent), name: m.separating_line_bill_length() },
      y: { domain: measured(BILL.depth, extent), name: m.separating_line_bill_depth() },
    };
  const domain = [-extent, extent] as const;
  // Its letter stands beside the last mark.
  const at = [-4, 0, 4];
  const words = (value: number) => String(value).replace('-', '−');
  return { x: { domain, at, words, name: 'x₀' }, y: { domain, at, words, name: 'x₁' } };
}
