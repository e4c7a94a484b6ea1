import type { Sheet } from '../kit/painting.svelte';
import { paintKernel } from './paint-kernel';
import { tilesIn } from './squares';

/** A tile is no larger than this share of the wall's width. */
const LARGEST = 0.25;
/** Of a tile: its distance to the next one. */
const GAP = 0.14;

/** Kernels side by side, as large as there is room for all. */
export function paintTiles(sheet: Sheet, tiles: readonly (readonly number[])[]): void {
  const { width, height } = sheet;
  const squares = tilesIn({ x: 0, y: 0, width, height }, tiles.length, LARGEST * width);
  for (const [i, { x, y, side }] of squares.entries())
    paintKernel(sheet, tiles[i] ?? [], { x, y, side: side * (1 - GAP) });
}
