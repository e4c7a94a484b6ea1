import { RANGE } from '#shared/activities/line-fit/config';
import { decimalsFor, unitOf, type Axis } from '#shared/tables/axis';

export const hundredth = ({ from, to }: Axis) => (to - from) / 100;

/** A mean squared error in the squares of a column's unit. */
export const squareOf = (y: Axis, square: number): number =>
  square * unitOf(y, RANGE.mass) * unitOf(y, RANGE.mass);

/** So many decimals it is written with. */
export const squareDigits = (y: Axis): number => decimalsFor(hundredth(y) * hundredth(y));

/** A unit squared: that of one word has the sign, others are in brackets. */
export const squaredUnit = (unit: string): string =>
  unit === '' ? '' : ` ${/^[\p{L}°%€$]+$/u.test(unit) ? unit : `(${unit})`}²`;
