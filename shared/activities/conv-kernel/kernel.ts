import { SIDE } from '../../training/cnn/design';
import { WIDTH, type Detector } from './config';
import type { Picture } from './pictures';

type Cells = readonly number[];

/** Rows and columns of the map: as many places as the kernel has in a picture that it does not leave. */
export const PLACES = SIDE - WIDTH + 1;

/** The pixel of a picture that lies under a cell when the kernel stands at a place of the map. */
export function pixelUnder(place: number, cell: number): number {
  const row = Math.floor(place / PLACES) + Math.floor(cell / WIDTH);
  return row * SIDE + (place % PLACES) + (cell % WIDTH);
}

/** The rows of a picture as numbers: the leftmost pixel is the lowest bit. */
const rowsOf = (picture: Picture): readonly number[] =>
  Array.from({ length: SIDE }, (_, row) => {
    let bits = 0;
    for (let column = 0; column < SIDE; column++)
      if (picture[row * SIDE + column] === '1') bits |= 1 << column;
    return bits;
  });

/** What of a picture is under the kernel at each place, as nine bits, row by row. */
export function windowsOf(picture: Picture): readonly number[] {
  const rows = rowsOf(picture);
  const part = (row: number, column: number) => ((rows[row] ?? 0) >> column) & ((1 << WIDTH) - 1);
  return Array.from({ length: PLACES * PLACES }, (_, place) => {
    const [top, left] = [Math.floor(place / PLACES), place % PLACES];
    let bits = 0;
    for (let row = 0; row < WIDTH; row++) bits |= part(top + row, left) << (row * WIDTH);
    return bits;
  });
}

function sumOf(cells: Cells, bits: number): number {
  let sum = 0;
  for (const [i, weight] of cells.entries()) if (bits & (1 << i)) sum += weight;
  return sum;
}

/** The sums of a kernel at each place of the map, row by row. */
export const mapOf = (cells: Cells, picture: Picture): readonly number[] =>
  windowsOf(picture).map((bits) => sumOf(cells, bits));

/** Whether a sum is above the threshold; the half between them makes it never a question of equal numbers. */
export const isAbove = (sum: number, threshold: number): boolean => sum > threshold + 0.5;

/** Whether a detector fires: the largest sum of its map is above the threshold. */
export const fires = ({ cells, threshold }: Detector, picture: Picture): boolean =>
  isAbove(Math.max(...mapOf(cells, picture)), threshold);

/** The sums of a kernel for whatever can be under it: to go through many pictures. */
export const sumsOf = (cells: Cells): Int8Array =>
  Int8Array.from({ length: 1 << (WIDTH * WIDTH) }, (_, bits) => sumOf(cells, bits));
