import { locale } from '../../i18n/locale.svelte';
import type { PlaneAxes } from '../kit/axes';
import { written } from '../kit/numbers';
import { drawn } from './plane';

/** Where the axes are marked: their names stand where a mark at 1 would be. */
const MARKS = [-1, 0.5];

/** The two parameters. `size` of the words: in the drawing's units. */
export const axesOf = (size: number): PlaneAxes => ({
  x: { ticks: MARKS.map((p) => ({ at: drawn({ x: p, y: 0 }).x, label: words(p) })), name: 'p', index: '0' },
  y: { ticks: MARKS.map((p) => ({ at: drawn({ x: 0, y: p }).y, label: words(p) })), name: 'p', index: '1' },
  cross: drawn({ x: 0, y: 0 }),
  size,
});

const words = (p: number): string => written(p, locale.current);
