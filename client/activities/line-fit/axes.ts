import { RANGE } from '#shared/activities/line-fit/config';
import * as m from '../../i18n/generated/messages.js';
import type { ChartAxis } from '../kit/chart';

const MARKS = { flipper: [180, 190, 200, 210, 220, 230], mass: [3000, 4000, 5000, 6000] };

/** Flipper length in millimetres and body mass in kilograms. */
export const chartAxes = (): { readonly x: ChartAxis; readonly y: ChartAxis } => ({
  x: { domain: RANGE.flipper, at: MARKS.flipper, name: m.line_fit_flipper() },
  y: {
    ...{ domain: RANGE.mass, at: MARKS.mass, words: (grams: number) => String(grams / 1000) },
    name: m.line_fit_mass(),
  },
});
