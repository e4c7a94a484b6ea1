import { RANGE } from '#shared/activities/separating-line/config';
import type { View } from '#shared/activities/separating-line/view';
import * as m from '../../i18n/generated/messages.js';
import { say } from '../../i18n/locale.svelte';
import type { PlaneAxes, Tick } from '../kit/axes';
import type { ChartAxis } from '../kit/chart';
import { chartAxisOf, columnOf, type Column } from '../kit/columns';
import { SIDE } from '../kit/plane';
import { drawn } from './plane';

/** What is drawn across and upwards, and what the two classes are called, class 0 first. */
export interface Measured {
  readonly x: Column;
  readonly y: Column;
  readonly classes: readonly [string, string];
}

/** Where the penguins' axes are marked, in tenths of a millimetre. */
const MARKS = { length: [350, 400, 450, 500, 550], depth: [140, 160, 180, 200] };

const bill = (title: string, marks: readonly number[], figure: (tenths: number) => string): Column => ({
  ...{ title, name: title, figure, words: figure },
  marks: marks.map((at) => ({ at, label: String(at / 10) })),
});

/** The penguins by bill length and bill depth in millimetres, whose kinds' names are the same in every language. */
const penguins = (): Measured => ({
  x: bill(m.separating_line_bill_length(), MARKS.length, String),
  y: bill(m.separating_line_bill_depth(), MARKS.depth, String),
  classes: ['Adelie', 'Gentoo'],
});

/** What a step's picture shows, in the page's language. */
export function measuredIn(view: View): Measured {
  if (view.data === 'penguins') return penguins();
  const { x, y, classes } = view.labels;
  return {
    ...{ x: columnOf(x, RANGE.length), y: columnOf(y, RANGE.depth) },
    classes: [say(classes[0]), say(classes[1])],
  };
}

/** What can be seen, in words. */
export function pictureWords(view: View): string {
  if (view.data === 'penguins') return m.separating_line_picture();
  const { x, y } = measuredIn(view);
  return m.separating_line_own_picture({ x: x.title, y: y.title });
}

/** Nearer to an edge of the drawing than this there is no room for a number. */
const EDGE = 24;
const inside = ({ at }: Tick) => at >= EDGE && at <= SIDE - EDGE;

/** Both axes inside of a plane. `size` of the words: in the drawing's units. */
export const axesOf = ({ x, y }: Measured, size: number): PlaneAxes => ({
  x: {
    ticks: x.marks.map(({ at, label }) => ({ at: drawn([at, RANGE.depth[0]]).x, label })).filter(inside),
    name: x.title,
    index: null,
  },
  y: {
    ticks: y.marks.map(({ at, label }) => ({ at: drawn([RANGE.length[0], at]).y, label })).filter(inside),
    name: y.title,
    index: null,
  },
  cross: { x: 0, y: SIDE },
  size,
});

/** The same for a chart, whose words stand outside the picture. */
export const chartAxes = ({ x, y }: Measured): { readonly x: ChartAxis; readonly y: ChartAxis } => ({
  x: chartAxisOf(x, RANGE.length),
  y: chartAxisOf(y, RANGE.depth),
});
