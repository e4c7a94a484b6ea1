import { strToU8, zipSync } from 'fflate';
import type { Cell, Table, WallTime } from '#shared/session/tables';
import type { Locale } from '#shared/text';
import { columnName, escaped, PARTS, stylesheet, workbookParts } from './xlsx-parts';

/** A sheet of a workbook, its header in the first row. */
export interface Sheet {
  readonly name: string;
  readonly table: Table;
}

/** Whatever is written, Excel takes an archive's date for granted; the same table gives the same bytes. */
const SOME_DAY = new Date(2020, 0, 1);

/**
 * Tables as one xlsx file for Excel, LibreOffice and Sheets. Texts are typed as texts, so nothing in them is ever a
 * formula; numbers are numbers in every language, and times are times, shown as the reader's language writes
 * them.
 */
export function toXlsx(sheets: readonly Sheet[], locale: Locale = 'it'): Uint8Array {
  const files = {
    ...workbookParts(sheets.map(({ name }) => name)),
    [PARTS.styles]: stylesheet(locale),
    ...Object.fromEntries(sheets.map(({ table }, i) => [PARTS.sheet(i), sheetXml(table)])),
  };
  const bytes = Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)]));
  return zipSync(bytes, { mtime: SOME_DAY });
}

/** The widest and the narrowest column, in characters. */
const WIDTH = { least: 6, most: 60 };

/** As many columns as can be read beside each other on a sheet of A4. */
const ON_A_SHEET = 18;

/** The first row stays in view and can be filtered by. */
function sheetXml(table: Table): string {
  const columns = table[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, i) => widthOf(table, i));
  const rows = table.map((cells, i) => rowXml(cells, i + 1, widths)).join('');
  const sheets = Math.ceil(columns / ON_A_SHEET);
  const all = `A1:${columnName(Math.max(1, columns) - 1)}${Math.max(1, table.length)}`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    '<sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '</sheetView></sheetViews>' +
    `<cols>${widths.map(columnXml).join('')}</cols>` +
    `<sheetData>${rows}</sheetData><autoFilter ref="${all}"/>` +
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${sheets}" fitToHeight="0"/></worksheet>`
  );
}

const columnXml = (width: number, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;

function widthOf(table: Table, index: number): number {
  const longest = table.slice(1).reduce((most, row) => Math.max(most, lengthOf(row[index])), 0);
  return Math.min(WIDTH.most, Math.max(WIDTH.least, longest + 2, headed(table, index)));
}

/** Characters of a time: 27/11/2026 08:05:09. */
const TIME = 19;

const lengthOf = (cell: Cell | undefined): number =>
  typeof cell === 'object' && cell ? TIME : String(cell ?? '').length;

/** A header breaks into lines: it asks for a third of its length. */
const headed = (table: Table, index: number): number => Math.ceil(lengthOf(table[0]?.[index]) / 3) + 4;

/** The height of a line of text, in points. */
const LINE = 15;

/** Texts that are longer than their column is wide make a row higher: not every program reckons that by itself. */
function rowXml(cells: readonly Cell[], row: number, widths: readonly number[]): string {
  const lines = cells.map((cell, i) => Math.ceil(lengthOf(cell) / (widths[i] ?? WIDTH.most)));
  const height = LINE * Math.max(1, ...lines);
  const written = cells.map((cell, i) => cellXml(cell, `${columnName(i)}${row}`, row === 1)).join('');
  return `<row r="${row}" ht="${height}" customHeight="1">${written}</row>`;
}

/** Style 1 is the header's, 2 breaks long texts into lines, 3 is a time. */
function cellXml(cell: Cell, at: string, header: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${at}" s="3"><v>${serial(cell)}</v></c>`;
  const text = `<is><t xml:space="preserve">${escaped(cell)}</t></is>`;
  return `<c r="${at}" s="${header ? 1 : 2}" t="inlineStr">${text}</c>`;
}

/** Day 0 of spreadsheets, which count the 29 February 1900 that never was (ECMA-376, part 1, 18.17.4). */
const DAY_0 = Date.UTC(1899, 11, 30);
const SECONDS_A_DAY = 86_400;

/** A time as spreadsheets count it: in days, to the second. */
function serial({ year, month, day, hour, minute, second }: WallTime): number {
  const days = (Date.UTC(year, month - 1, day) - DAY_0) / (SECONDS_A_DAY * 1_000);
  return days + (hour * 3_600 + minute * 60 + second) / SECONDS_A_DAY;
}
