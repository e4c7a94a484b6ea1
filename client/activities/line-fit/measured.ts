import { coefficients } from '#shared/activities/line-fit/line';
import { HELD, RANGE, type Heights } from '#shared/activities/line-fit/config';
import type { View } from '#shared/activities/line-fit/view';
import { decimalsFor, valueAt } from '#shared/tables/axis';
import type { Labels } from '#shared/tables/own';
import * as m from '../../i18n/generated/messages.js';
import { locale, say } from '../../i18n/locale.svelte';
import { columnOf, type Column } from '../kit/columns';
import { decimal } from '../kit/numbers';
import { kilograms, squareKilograms } from './figures';
import { hundredth, squareDigits, squaredUnit, squareOf } from './squares';

/** w and b of y = wx + b, and how they are written without their signs. */
export interface Written {
  readonly w: { readonly value: number; readonly size: string };
  readonly b: { readonly value: number; readonly size: string };
}

/** What is drawn across and upwards, and how what follows from it is written, in the page's language. */
export interface Measured {
  readonly x: Column;
  readonly y: Column;
  /** A mean squared error of the kind's own grid, with its unit. */
  readonly square: (square: number) => string;
  readonly equation: (heights: Heights) => Written;
}

const column = (
  title: string,
  marks: readonly number[],
  figure: (at: number) => string,
  unit: string,
): Column => ({
  ...{ title, name: title, figure, words: (at) => `${figure(at)} ${unit}` },
  marks: marks.map((at) => ({ at, label: figure(at) })),
});

const size = (value: number, digits: number) => ({
  value,
  size: decimal(Math.abs(value), locale.current, digits),
});

const MASSES = [3000, 4000, 5000, 6000];

/** Flipper length in millimetres and body mass in kilograms. */
const penguins = (): Measured => ({
  x: column(m.line_fit_flipper(), [180, 190, 200, 210, 220, 230], String, 'mm'),
  y: {
    ...column(m.line_fit_mass(), MASSES, kilograms, 'kg'),
    marks: MASSES.map((at) => ({ at, label: String(at / 1000) })),
  },
  square: (square) => `${squareKilograms(square)} kg²`,
  equation: (heights) => {
    const { w, b } = coefficients(heights);
    return { w: size(w / 1000, 4), b: size(b / 1000, 2) };
  },
});

function own({ x, y }: Labels): Measured {
  const [first, last] = HELD.map((at) => valueAt(x, at, RANGE.flipper)) as [number, number];
  const unit = y.unit ? say(y.unit) : '';
  return {
    ...{ x: columnOf(x, RANGE.flipper), y: columnOf(y, RANGE.mass) },
    square: (square) => decimal(squareOf(y, square), locale.current, squareDigits(y)) + squaredUnit(unit),
    equation: (heights) => {
      const [left, right] = heights.map((at) => valueAt(y, at, RANGE.mass)) as [number, number];
      const w = (right - left) / (last - first);
      return {
        w: size(w, decimalsFor(hundredth(y) / (x.to - x.from))),
        b: size(left - w * first, decimalsFor(hundredth(y))),
      };
    },
  };
}

export const measuredIn = (view: View): Measured => (view.data === 'own' ? own(view.labels) : penguins());
