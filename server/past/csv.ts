import Papa from 'papaparse';
import type { Table } from '#shared/session/tables';
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
export const separators = { it: ';', en: ',' } as const satisfies Record<Locale, string>;
type Separator = (typeof separators)[Locale];

/** A table as CSV for a double click in Excel. */
export const toCsv = (table: Table, separator: Separator = separators.it): string =>
  BOM +
  Papa.unparse(
    table.map((row) => [...row]),
    { delimiter: separator, newline: '\r\n', escapeFormulae: FORMULA },
  ) +
  '\r\n';
