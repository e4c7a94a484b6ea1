import { DOTS, SHEET, type Sheet } from '#shared/activities/drawing/ink';

/** A dot of the sheet, from 0. */
export interface Dot {
  readonly row: number;
  readonly column: number;
}

/** How far a nib reaches around its middle: three dots across are about the pens of 1998. */
const NIB = 1;

const within = (at: number): number => Math.max(0, Math.min(SHEET - 1, at));

/** The dot under a place of the sheet, as shares of its sides; outside of it the nearest one. */
export const dotAt = (across: number, down: number): Dot => ({
  row: within(Math.floor(down * SHEET)),
  column: within(Math.floor(across * SHEET)),
});

/** A dot further on, as far as the sheet goes. */
export const moved = ({ row, column }: Dot, right: number, up: number): Dot => ({
  row: within(row - up),
  column: within(column + right),
});

function press(sheet: Sheet, { row, column }: Dot): void {
  for (let down = -NIB; down <= NIB; down++)
    for (let across = -NIB; across <= NIB; across++) {
      const [r, c] = [row + down, column + across];
      if (r >= 0 && c >= 0 && r < SHEET && c < SHEET) sheet[r * SHEET + c] = 1;
    }
}

/** The sheet with a stroke from one dot to another. */
export function stroked(sheet: Sheet, from: Dot, to: Dot): Sheet {
  const drawn = Uint8Array.from(sheet);
  const steps = Math.max(Math.abs(to.row - from.row), Math.abs(to.column - from.column), 1);
  for (let i = 0; i <= steps; i++)
    press(drawn, {
      row: Math.round(from.row + ((to.row - from.row) * i) / steps),
      column: Math.round(from.column + ((to.column - from.column) * i) / steps),
    });
  return drawn;
}

export const empty = (): Sheet => new Uint8Array(DOTS);
