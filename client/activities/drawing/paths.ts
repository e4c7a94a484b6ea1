import { SHEET, type Sheet } from '#shared/activities/drawing/ink';
import { CELLS } from '#shared/activities/drawing/reduced';

/** The ink of a sheet as the outline of its dots, for a drawing of 32 x 32: one stretch of a row after the other. */
export function inkPath(sheet: Sheet): string {
  let path = '';
  for (let row = 0; row < SHEET; row++)
    for (let column = 0; column < SHEET; column++) {
      const from = column;
      while (column < SHEET && sheet[row * SHEET + column] === 1) column += 1;
      if (column > from) path += `M${from} ${row}h${column - from}v1h${from - column}z`;
    }
  return path;
}

/** Cells of one ink. */
export interface Level {
  /** From 0 to 1. */
  readonly ink: number;
  readonly path: string;
}

const MOST = 16;

/** Cells as outlines for a drawing of 8 x 8, one for each level of ink that occurs. */
export function levelsOf(cells: readonly number[]): readonly Level[] {
  const paths = new Map<number, string>();
  cells.forEach((ink, i) => {
    const column = i % CELLS;
    const row = (i - column) / CELLS;
    if (ink > 0) paths.set(ink, `${paths.get(ink) ?? ''}M${column} ${row}h1v1h-1z`);
  });
  return [...paths].map(([ink, path]) => ({ ink: ink / MOST, path }));
}

/** The ink of the data's cells, as the view writes it. */
export const cellsIn = (digits: string): readonly number[] =>
  Array.from(digits, (digit) => parseInt(digit, MOST + 1));
