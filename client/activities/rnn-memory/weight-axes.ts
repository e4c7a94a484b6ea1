import { locale } from '../../i18n/locale.svelte';
import type { PlaneAxes } from '../kit/axes';
import { written } from '../kit/numbers';
import { placeOf } from './class';

/** The two weights, marked at whole numbers. `size` of the words: in the drawing's units. */
export const weightAxes = (size: number): PlaneAxes => ({
  x: { ticks: [-2, 2].map((w) => ({ at: placeOf({ h: 10 * w, x: 0 }).x, label: words(w) })), ...name('h') },
  y: { ticks: [-1, 1].map((w) => ({ at: placeOf({ h: 0, x: 10 * w }).y, label: words(w) })), ...name('x') },
  cross: placeOf({ h: 0, x: 0 }),
  size,
});

const name = (index: string) => ({ name: 'w', index });

const words = (weight: number): string => written(weight, locale.current);
