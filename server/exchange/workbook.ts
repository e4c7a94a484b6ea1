import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { err, ok, type Result } from '#shared/result';
import type { Package } from './read/reader';

/** Cells of a sheet. */
const MOST_CELLS = 200_000;

const decoder = new TextDecoder('utf-8');

/** A document type is in no workbook; one in a workbook is there to blow up. */
const isHostile = (part: Uint8Array): boolean =>
  /<!DOCTYPE|<!ENTITY/i.test(decoder.decode(part.subarray(0, 4_096)));

const [LESS, C, SPACE, CLOSES, SLASH] = [0x3c, 0x63, 0x20, 0x3e, 0x2f];

/** How often a sheet's XML has `<c `, `<c>` or `<c/`. */
function cellsOf(part: Uint8Array): number {
  let cells = 0;
  for (let at = part.indexOf(LESS); at >= 0; at = part.indexOf(LESS, at + 1)) {
    const after = part[at + 2];
    if (part[at + 1] === C && (after === SPACE || after === CLOSES || after === SLASH)) cells += 1;
  }
  return cells;
}

const isSheet = (path: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/.test(path);

const said = (cell: unknown): string =>
  cell instanceof Date
    ? cell.toISOString().slice(0, 10)
    : typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
      ? String(cell)
      : '';

/**
 * The first sheet of a workbook as rows of text. What is read is packed anew from what was unpacked within the limits, so
 * that nothing else can be in it. Of a formula it is the value that was last reckoned.
 */
export async function rowsOfWorkbook({
  parts,
}: Package): Promise<Result<string[][], 'broken-xlsx' | 'entities-refused' | 'too-deep'>> {
  if ([...parts.values()].some(isHostile)) return err('entities-refused');
  // No XML has one.
  if ([...parts.values()].some((part) => part.includes(0))) return err('broken-xlsx');
  for (const [path, part] of parts) if (isSheet(path) && cellsOf(part) > MOST_CELLS) return err('too-deep');
  const kept = Object.fromEntries([...parts].filter(([, part]) => part.length > 0));
  try {
    const rows = await readSheet(Buffer.from(zipSync(kept, { level: 0 })));
    return ok(rows.map((row) => row.map(said)));
  } catch {
    return err('broken-xlsx');
  }
}
