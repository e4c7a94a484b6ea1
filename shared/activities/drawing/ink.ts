/** Dots on each side of the sheet that a digit is drawn on, as on that of 1998. */
export const SHEET = 32;
export const DOTS = SHEET * SHEET;

/** One dot of a sheet after the other, row by row: 1 where there is ink. */
export type Sheet = Uint8Array;

/** A sheet as it travels: four dots in each hexadecimal digit, the first of them its highest bit. */
export const INK = /^[0-9a-f]{256}$/;

const BITS = [8, 4, 2, 1] as const;

/** Reads what `INK` describes. */
export function sheetOf(ink: string): Sheet {
  const sheet = new Uint8Array(DOTS);
  for (let i = 0; i < DOTS / BITS.length; i++) {
    const four = parseInt(ink[i] ?? '0', 16);
    // A server reads those of a whole class at once.
    for (let j = 0; four !== 0 && j < BITS.length; j++)
      sheet[BITS.length * i + j] = (four & (BITS[j] as number)) === 0 ? 0 : 1;
  }
  return sheet;
}

/** Writes it. */
export function inkOf(sheet: Sheet): string {
  let ink = '';
  for (let i = 0; i < DOTS; i += BITS.length)
    ink += BITS.reduce((four, bit, j) => four + (sheet[i + j] === 1 ? bit : 0), 0).toString(16);
  return ink;
}

/** Whether nothing was drawn. */
export const isBlank = (ink: string): boolean => /^0*$/.test(ink);
