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

const cellsOf = (part: Uint8Array): number =>
  decoder.decode(part).split(/<c[\s>/]/, MOST_CELLS + 2).length - 1;

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
  for (const [path, part] of parts) if (isSheet(path) && cellsOf(part) > MOST_CELLS) return err('too-deep');
  const kept = Object.fromEntries([...parts].filter(([, part]) => part.length > 0));
  try {
    const rows = await readSheet(Buffer.from(zipSync(kept, { level: 0 })));
    return ok(rows.map((row) => row.map(said)));
  } catch {
    return err('broken-xlsx');
  }
}
