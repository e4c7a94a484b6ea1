import { WIDTH } from '#shared/activities/conv-kernel/config';
import type { Direction, Shape } from '#shared/activities/conv-kernel/shapes';
import type { Locale } from '#shared/text';
import * as m from '../../i18n/generated/messages.js';
import { written } from '../kit/numbers';

/** What a picture holds. */
export const shapeWords: Readonly<Record<Shape, () => string>> = {
  horizontal: m.conv_kernel_horizontal,
  vertical: m.conv_kernel_vertical,
  falling: m.conv_kernel_falling,
  rising: m.conv_kernel_rising,
  blob: m.conv_kernel_blob,
};

/** What one's own detector is to find. */
export const taskWords: Readonly<Record<Direction, () => string>> = {
  horizontal: m.conv_kernel_yours_horizontal,
  vertical: m.conv_kernel_yours_vertical,
  falling: m.conv_kernel_yours_falling,
  rising: m.conv_kernel_yours_rising,
};

const TENTH = 10;

/** A weight with its sign: "+1", "0", "−0.3". */
export const weightWords = (weight: number, locale: Locale): string =>
  `${weight > 0 ? '+' : ''}${written(Math.round(TENTH * weight) / TENTH, locale)}`;

/** A kernel as it is read out: its rows one after the other. */
export const rowsWords = (cells: readonly number[], locale: Locale): string =>
  Array.from({ length: WIDTH }, (_, row) =>
    cells
      .slice(row * WIDTH, (row + 1) * WIDTH)
      .map((weight) => weightWords(weight, locale))
      .join(' '),
  ).join('; ');
