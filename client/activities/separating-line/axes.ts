import { RANGE } from '#shared/activities/separating-line/config';
import * as m from '../../i18n/generated/messages.js';
import type { PlaneAxes } from '../kit/axes';
import type { ChartAxis } from '../kit/chart';
import { SIDE } from '../kit/plane';
import { drawn } from './plane';

/** Where the axes are marked, in tenths of a millimetre. */
const MARKS = { length: [350, 400, 450, 500, 550], depth: [140, 160, 180, 200] };

const millimetres = (tenths: number) => String(tenths / 10);

/** Bill length and bill depth in millimetres. `size` of the words: in the drawing's units. */
export const axesOf = (size: number): PlaneAxes => ({
  x: {
    ticks: MARKS.length.map((length) => ({
      at: drawn([length, RANGE.depth[0]]).x,
      label: millimetres(length),
    })),
    name: m.separating_line_bill_length(),
    index: null,
  },
  y: {
    ticks: MARKS.depth.map((depth) => ({ at: drawn([RANGE.length[0], depth]).y, label: millimetres(depth) })),
    name: m.separating_line_bill_depth(),
    index: null,
  },
  cross: { x: 0, y: SIDE },
  size,
});

/** The same for a chart, whose words stand outside the picture. */
export const chartAxes = (): { readonly x: ChartAxis; readonly y: ChartAxis } => ({
  x: {
    ...{ domain: RANGE.length, at: MARKS.length, words: millimetres },
    name: m.separating_line_bill_length(),
  },
  y: {
    ...{ domain: RANGE.depth, at: MARKS.depth, words: millimetres },
    name: m.separating_line_bill_depth(),
  },
});
