import Papa from 'papaparse';
import type { Table } from '#shared/session/tables';

/**
 * A spreadsheet runs a cell that begins with one of these characters, or with its full-width form, as a formula. An
 * apostrophe in front makes it text again. The library's own pattern overlooks texts with a line break in them.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Without this mark at the start Excel reads the file in the country's old code page instead of UTF-8. */
const BOM = '\uFEFF';

/**
 * A table as CSV for a double click in Excel. Semicolons, because where decimals have commas, as in Italy, Excel
 * takes a comma for a part of the number and puts a whole line into one cell; LibreOffice and Sheets take both.
 */
export const toCsv = (table: Table): string =>
  BOM +
  Papa.unparse(
    table.map((row) => [...row]),
    { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA },
  ) +
  '\r\n';
