import { readTable } from '#shared/tables/read';
import type { Table } from '#shared/tables/table';
import { decode } from '../exchange/encoding';
import { csvCells, partedBy } from './csv';
import { isArchive, sheetsIn } from './workbook';

/** The first sheet that holds a table. */
async function fromWorkbook(bytes: Uint8Array): Promise<Table | null> {
  const sheets = (await sheetsIn(bytes)) ?? [];
  for (const cells of sheets) {
    const table = readTable(cells, { parted: null, encoding: null });
    if (table) return table;
  }
  return null;
}

/** The table in a file, CSV in whatever encoding or xlsx; null: there is none. */
export async function readTableFile(bytes: Uint8Array): Promise<Table | null> {
  if (isArchive(bytes)) return fromWorkbook(bytes);
  const { encoding, text } = decode(bytes);
  // A picture, a PDF, a program.
  if (text.includes('\0') || text.startsWith('%PDF')) return null;
  const parted = partedBy(text);
  return readTable(csvCells(text, parted), { parted, encoding });
}
