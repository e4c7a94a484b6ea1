import { extentOf } from '#shared/activities/race/plane/points';
import type { View } from '#shared/activities/race/view';
import type { Axis } from '#shared/tables/axis';
import { BILL } from '#shared/training/sets/penguin';
import * as m from '../../../i18n/generated/messages.js';
import { ticksOf, widest, type ChartAxis } from '../../kit/chart';
import { chartAxisOf, columnOf, spanOf } from '../../kit/columns';
import type { PlaneView } from './map';
import { classesIn, labelsIn } from './own';

export interface PlaneAxes {
  readonly x: ChartAxis;
  readonly y: ChartAxis;
}

/** From one edge of the picture to the other: millimetres of a bill. Networks take them as deviations from the mean. */
const measured = ({ mean, deviation }: { mean: number; deviation: number }, extent: number) =>
  [mean - deviation * extent, mean + deviation * extent] as const;

/** A small picture has room for so many marks, and beside each other for fewer long ones. */
const MARKS = 4;
const LONG = { letters: 5, marks: 2 };

const thinned = ({ at = [], ...axis }: ChartAxis, most: number): ChartAxis => ({
  ...axis,
  at: at.filter((_, i) => i % Math.ceil(at.length / most) === 0),
});

const room = (axis: ChartAxis): number => (widest(ticksOf(axis)).length > LONG.letters ? LONG.marks : MARKS);

/** The axes of a picture of the plane, with the units in which its data were measured. */
export function axesOf(view: PlaneView): PlaneAxes {
  const extent = extentOf(view.data);
  const domain = [-extent, extent] as const;
  const labels = labelsIn(view);
  if (labels) {
    const axis = (column: Axis) => chartAxisOf(columnOf(column, domain), domain);
    const [x, y] = [axis(labels.x), axis(labels.y)];
    return { x: thinned(x, room(x)), y: thinned(y, MARKS) };
  }
  if (view.data === 'penguins')
    return {
      x: { domain: measured(BILL.length, extent), name: m.separating_line_bill_length() },
      y: { domain: measured(BILL.depth, extent), name: m.separating_line_bill_depth() },
    };
  // Its letter stands beside the last mark.
  const at = [-4, 0, 4];
  const words = (value: number) => String(value).replace('-', '−');
  return { x: { domain, at, words, name: 'x₀' }, y: { domain, at, words, name: 'x₁' } };
}

/** What lies along the axes of a teacher's own table, and from where to where; of other data nothing. */
export const spansIn = (view: View): readonly string[] =>
  view.data === 'own' ? [spanOf(view.labels.x), spanOf(view.labels.y)] : [];

/** What a picture of the plane shows, in words, and what lies along the axes of a teacher's own table. */
export function pictureWords(view: PlaneView, label: string): string {
  const labels = labelsIn(view);
  if (!labels) return label;
  const { x, y } = axesOf(view);
  const [zero, one] = classesIn(view);
  return m.race_own_picture({ label, x: x.name, y: y.name, zero, one });
}
