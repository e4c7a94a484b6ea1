import { zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import type { Cell } from '#shared/tables/cell';
import { unzip } from '../exchange/unzip';

/** A workbook is an archive. */
export const isArchive = (bytes: Uint8Array): boolean =>
  [0x50, 0x4b, 0x03, 0x04].every((mark, i) => bytes[i] === mark);

/** Days are kept as their texts: a spreadsheet makes one of 3/5 without being asked. */
function cellOf(value: unknown): Cell {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

/** The values in the sheets of a workbook, of formulas what they came to; null: it is none, or unpacks to too much. */
export async function sheetsIn(bytes: Uint8Array): Promise<readonly (readonly (readonly Cell[])[])[] | null> {
  const parts = unzip(bytes);
  if (!parts.ok || !parts.value.has('xl/workbook.xml')) return null;
  // Packed anew, without pictures and macros: what is read next is no larger than what was measured.
  const files = [...parts.value].filter(([path]) => /\.(xml|rels)$/.test(path));
  const plain = Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }));
  try {
    const sheets = await readXlsxFile(plain);
    return sheets.map(({ data }) => data.map((row) => row.map(cellOf)));
  } catch {
    return null;
  }
}
