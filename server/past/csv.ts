import Papa from 'papaparse';
import type { Cell, Table, WallTime } from '#shared/session/tables';
import type { Locale } from '#shared/text';

/**
 * A spreadsheet runs a cell that begins with one of these characters, or with its full-width form, as a formula. An
 * apostrophe in front makes it text again. The library's own pattern overlooks texts with a line break in them.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Without this mark at the start Excel reads the file in the country's old code page instead of UTF-8. */
const BOM = '\uFEFF';

/**
 * What stands between two cells, by the language of who reads them. Where decimals have commas, as in Italy, Excel
 * takes a comma for a part of the number and puts a whole line into one cell; where they have points, it does the same
 * with a semicolon. LibreOffice and Sheets take both.
 */
const separators = { it: ';', en: ',' } as const satisfies Record<Locale, string>;

const two = (part: number): string => String(part).padStart(2, '0');

const days: Readonly<Record<Locale, (time: WallTime) => string>> = {
  it: ({ year, month, day }) => `${two(day)}/${two(month)}/${year}`,
  // Who reads English begins with the month or with the day: ISO 8601 is what both read alike, and spreadsheets too.
  en: ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
};

const timeOfDay = ({ hour, minute, second }: WallTime): string => [hour, minute, second].map(two).join(':');

const written = (cell: Cell, locale: Locale): string | number | null =>
  typeof cell === 'object' && cell ? `${days[locale](cell)} ${timeOfDay(cell)}` : cell;

/** A table as CSV for a double click in Excel, for who reads this language. */
export const toCsv = (table: Table, locale: Locale = 'it'): string =>
  BOM +
  Papa.unparse(
    table.map((row) => row.map((cell) => written(cell, locale))),
    { delimiter: separators[locale], newline: '\r\n', escapeFormulae: FORMULA },
  ) +
  '\r\n';
