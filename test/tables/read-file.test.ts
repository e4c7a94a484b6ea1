import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '#shared/tables/cell';
import { keptOf } from '#shared/tables/chosen';
import { readTable } from '#shared/tables/read';
import { readTableFile } from '../../server/tables/read-file';
import { toXlsx } from '../../server/past/xlsx';
import { asCsv, HEADINGS, shells, withCommas } from '../support/table';

const rows = shells(40);
const plain = asCsv([HEADINGS, ...rows], ',');
const italian = asCsv([HEADINGS, ...withCommas(rows)]);
const encode = (text: string) => new TextEncoder().encode(text);

/** UTF-16 with its mark, as Excel saves "Unicode text". */
function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  [...text].forEach((letter, i) => view.setUint16(2 + 2 * i, letter.charCodeAt(0), true));
  return bytes;
}

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const numbers = rows.map(([length, width, of]) => [Number(length), Number(width), of]);

describe('a table is the same however its file is written', () => {
  test.each([
    ['with commas', encode(plain), { parted: ',', decimal: 'point', encoding: 'utf-8' }],
    ['as Excel in Italy saves it', encode(italian), { parted: ';', decimal: 'comma', encoding: 'utf-8' }],
    ['with its mark', encode(`\uFEFF${italian}`), { decimal: 'comma', encoding: 'utf-8-bom' }],
    ['with tabs', encode(italian.replaceAll(';', '\t')), { parted: '\t', decimal: 'comma' }],
    ['in UTF-16', utf16(italian.replaceAll(';', '\t')), { parted: '\t', encoding: 'utf-16le' }],
    ['with line feeds alone', encode(plain.replaceAll('\r\n', '\n')), { parted: ',' }],
    [
      'as a workbook',
      toXlsx([{ name: 'x', table: [HEADINGS, ...numbers] as never }], 'it'),
      { parted: null, decimal: null },
    ],
  ] as const)('%s', async (_how, bytes, said) => {
    const table = await readTableFile(bytes);
    expect(table).toMatchObject({ ...said, headings: 1, beyond: 0 });
    expect(table?.rows.map(({ cells }) => cells)).toEqual(numbers);
    expect(table?.columns.map(({ name, type }) => [name, type])).toEqual([
      ['lunghezza (mm)', 'numbers'],
      ['larghezza (mm)', 'numbers'],
      ['specie', 'words'],
    ]);
  });

  test('in Windows-1252, accents and all', async () => {
    const text = asCsv([['età', 'tè', 'città'], ...withCommas(rows)]);
    const table = await readTableFile(latin(text));
    expect(table?.encoding).toBe('windows-1252');
    expect(table?.columns.map(({ name }) => name)).toEqual(['età', 'tè', 'città']);
  });
});

describe('numbers', () => {
  const columnOf = (cells: readonly Cell[], parted: ';' | ',' | null = ';') =>
    readTable([['a', 'b'], ...cells.map((cell, i) => [cell, i])], { parted, encoding: null })?.rows.map(
      (row) => row.cells[0],
    );

  test.each<[string, Cell[], unknown[]]>([
    ['with commas', ['1,5', '-2,25', '3'], [1.5, -2.25, 3]],
    ['with points', ['1.5', '-2.25', '.5'], [1.5, -2.25, 0.5]],
    ['with thousands apart', ['1.234,5', '2.000,75', '12,5'], [1234.5, 2000.75, 12.5]],
    ['with thousands apart in English', ['1,234.5', '2,000.75', '12.5'], [1234.5, 2000.75, 12.5]],
    ['with a true minus sign', ['\u22121,5', '2,5', '3,5'], [-1.5, 2.5, 3.5]],
    ['with powers of ten', ['1e3', '2.5E-1', '3.75'], [1000, 0.25, 3.75]],
    ['three digits after a comma where no comma parts', ['1,234', '2,345', '3,456'], [1.234, 2.345, 3.456]],
    ['too large to be exact', ['1e300', '1.5', '2.5'], ['1e300', 1.5, 2.5]],
  ])('%s', (_how, cells, values) => {
    expect(columnOf(cells)).toEqual(values);
  });

  test('that a spreadsheet took for days are days, and no numbers', () => {
    const days = ['2024-05-03', '2024-02-01', '2024-07-09', 4.5];
    const table = readTable([['a', 'b'], ...days.map((day, i) => [day, i])], {
      parted: null,
      encoding: null,
    });
    expect(table?.columns[0]?.type).toBe('dates');
  });
});

test.each([
  ['nothing', ''],
  ['one row', 'a,b'],
  ['one column', 'a\n1\n2\n3'],
  ['a letter', 'Cara mamma,\ntutto bene.\nCiao'],
  ['a PDF', '%PDF-1.7\n1,2\n3,4'],
  ['zeros', '\0\0\0\0\0\0,\0\0\0'],
])('in %s there is no table', async (_what, text) => {
  const table = await readTableFile(encode(text));
  if (table === null) return;
  // What could be one has no numbers to choose.
  expect(table.columns.filter(({ type }) => type === 'numbers')).toEqual([]);
});

test('an archive that is no workbook, a broken one and one that unpacks to too much are no table', async () => {
  const workbook = toXlsx([{ name: 'x', table: [HEADINGS, ...rows] as never }], 'it');
  expect(await readTableFile(workbook.slice(0, workbook.length / 2))).toBeNull();
  expect(await readTableFile(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toBeNull();
});

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'NA',
    'x',
    '1,5',
    '2.5',
    '-3',
    '=1+1',
    'a',
    'b',
    '1e5',
    '2024-01-01',
    '12,345',
    '"',
    '\u2212',
  ),
  fc.double({ noNaN: true }).map(String),
  fc.string({ maxLength: 6 }),
);
const anyText = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc
    .array(fc.array(cell, { maxLength: 5 }), { maxLength: 60 })
    .chain((table) =>
      fc.constantFrom(',', ';', '\t').map((by) => table.map((row) => row.join(by)).join('\n')),
    ),
);

test('whatever a file holds, it is read or it is not, and every row is kept, left out or beyond', async () => {
  let tables = 0;
  await fc.assert(
    fc.asyncProperty(
      anyText,
      fc.nat({ max: 4 }),
      fc.nat({ max: 4 }),
      fc.boolean(),
      async (text, x, y, copiesOut) => {
        const table = await readTableFile(encode(text));
        if (!table) return;
        tables += 1;
        const two = table.columns[2]?.common.slice(0, 2).map(({ words }) => words) ?? [];
        const classes = two.length === 2 ? { column: 2, two: two as unknown as [string, string] } : null;
        const kept = keptOf(table, { x, y, classes, copiesOut });
        const out = kept.dropped.reduce(
          (sum, { why, count }) =>
            why === 'above' || why === 'headings' || why === 'beyond' ? sum : sum + count,
          0,
        );
        expect(kept.rows.length + out).toBe(table.rows.length);
        expect(kept.rows.every((row) => Number.isFinite(row.x) && Number.isFinite(row.y))).toBe(true);
      },
    ),
    { numRuns: 1_500, seed: 15 },
  );
  expect(tables).toBeGreaterThan(200);
});

test.each([0, 1, 2, 3, 4, 5, 6, 7])(
  'a workbook with bytes of it changed is read or is not (%i)',
  async (turn) => {
    const workbook = toXlsx([{ name: 'x', table: [HEADINGS, ...rows] as never }], 'it');
    for (let i = 0; i < 12; i++) {
      const bytes = workbook.slice();
      for (let j = 0; j < 4; j++)
        bytes[(turn * 977 + i * 131 + j * 53) % bytes.length] = (i * 37 + j * 11) & 255;
      const table = await readTableFile(bytes);
      expect(table === null || table.rows.length >= 2).toBe(true);
    }
  },
);
