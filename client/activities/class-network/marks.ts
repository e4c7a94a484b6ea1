import { GENERATED_EXTENT } from '#shared/training/map';
import type { Points } from '#shared/training/request';
import { SIDE } from '../kit/plane';

/** Size of a mark, in the drawing's units. */
const SIZE = 6;

const place = (value: number): number => (1 + value / GENERATED_EXTENT) * (SIDE / 2);
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** All points of a class as one path: circles for class 1, triangles for class 0. One shape is drawn faster than hundreds. */
export const marksOf = ({ x, y }: Points, of: 0 | 1): string =>
  y
    .map((one, i) =>
      one === of ? mark(of, rounded(place(x[2 * i] ?? 0)), rounded(SIDE - place(x[2 * i + 1] ?? 0))) : '',
    )
    .join('');

const mark = (of: 0 | 1, x: number, y: number): string =>
  of === 1
    ? `M${x - SIZE} ${y}a${SIZE} ${SIZE} 0 1 0 ${2 * SIZE} 0a${SIZE} ${SIZE} 0 1 0 ${-2 * SIZE} 0z`
    : `M${x} ${y - 1.25 * SIZE}l${1.1 * SIZE} ${2 * SIZE}h${-2.2 * SIZE}z`;
