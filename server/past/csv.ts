import Papa from 'papaparse';
import type { Table } from '#shared/session/tables';

/**
 * A text that begins like this is a formula to a spreadsheet, whole width or half; a leading apostrophe makes it
 * text again. The library's own pattern misses what goes on over a line break.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Without it Excel takes UTF-8 for the code page of the country. */
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
