import { SHEET, type Sheet } from './ink';

/** Cells on each side of what a network reads, and dots on each side of a cell. */
export const CELLS = 8;
const DOTS_IN = SHEET / CELLS;

/**
 * How wide a digit may be. Of the 1,797 pictures of the data 1,797 reach from the first row to the last, and nine in ten
 * stand within the columns 1 to 6 of 0 to 7.
 */
const WIDEST = 24;

/** The rectangle around some ink, in dots. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(sheet: Sheet): Box | null {
  let [left, right, top, bottom] = [SHEET, -1, SHEET, -1];
  sheet.forEach((dot, i) => {
    if (dot === 0) return;
    const column = i % SHEET;
    const row = (i - column) / SHEET;
    [left, right] = [Math.min(left, column), Math.max(right, column)];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
  });
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/**
 * A sheet as the data of 1998 have theirs, with 17 levels: the ink's box becomes as high as the sheet, wider by the same
 * factor but never above 24 dots, and stands in the middle; then each cell is how many of its 4 x 4 dots have ink, 0 to 16,
 * row by row. Of an empty sheet every cell is 0.
 */
export function reduced(sheet: Sheet): readonly number[] {
  const cells = new Array<number>(CELLS * CELLS).fill(0);
  const box = boxOf(sheet);
  if (!box) return cells;
  const { left, top, width, height } = box;
  const wide = Math.max(1, Math.min(WIDEST, Math.round((width * SHEET) / height)));
  const from = (SHEET - wide) >> 1;
  for (let row = 0; row < SHEET; row++) {
    // The dot whose middle is nearest, in whole numbers.
    const drawnRow = top + Math.floor(((2 * row + 1) * height) / (2 * SHEET));
    for (let column = 0; column < wide; column++) {
      const drawnColumn = left + Math.floor(((2 * column + 1) * width) / (2 * wide));
      if (sheet[drawnRow * SHEET + drawnColumn] === 0) continue;
      const cell = Math.floor(row / DOTS_IN) * CELLS + Math.floor((from + column) / DOTS_IN);
      cells[cell] = (cells[cell] as number) + 1;
    }
  }
  return cells;
}
