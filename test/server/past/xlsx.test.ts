import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Table } from '#shared/session/tables';
import type { Locale } from '#shared/text';
import { toXlsx } from '../../../server/past/xlsx';
import { columnName } from '../../../server/past/xlsx-parts';

/** The parts of a workbook, as text by their paths. */
const opened = (table: Table, name = 'Sheet', locale: Locale = 'it') =>
  Object.fromEntries(
    Object.entries(unzipSync(toXlsx([{ name, table }], locale))).map(([path, bytes]) => [
      path,
      strFromU8(bytes),
    ]),
  );

const sheet = (table: Table) => opened(table)['xl/worksheets/sheet1.xml'] ?? '';

describe('a table as a workbook', () => {
  it('has numbers as numbers, in no language', () => {
    const xml = sheet([['points'], [1_000], [-2], [0.5]]);
    for (const [at, number] of [
      ['A2', '1000'],
      ['A3', '-2'],
      ['A4', '0.5'],
    ])
      expect(xml).toContain(`<c r="${at}"><v>${number}</v></c>`);
  });

  it.each([
    // By hand: 1 January 2000 is day 36,526, 27 November 2026 day 46,353 of spreadsheets.
    [{ year: 2000, month: 1, day: 1, hour: 0, minute: 0, second: 0 }, '36526'],
    [{ year: 2026, month: 11, day: 27, hour: 12, minute: 0, second: 0 }, '46353.5'],
    [{ year: 2024, month: 2, day: 29, hour: 6, minute: 0, second: 0 }, '45351.25'],
  ])('has times as times, which can be sorted and reckoned with: %j', (time, days) => {
    expect(sheet([['when'], [time]])).toContain(`<c r="A2" s="3"><v>${days}</v></c>`);
  });

  it('has times that another program reads as times', async () => {
    const when = { year: 2026, month: 11, day: 27, hour: 9, minute: 5, second: 7 };
    for (const locale of ['it', 'en'] as const) {
      const file = Buffer.from(toXlsx([{ name: 'S', table: [['when'], [when]] }], locale));
      const [, [cell] = []] = await readSheet(file);
      expect(cell).toEqual(new Date('2026-11-27T09:05:07.000Z'));
    }
  });

  it('shows times as its reader’s language writes them', () => {
    const styles = (locale: Locale) => opened([['a']], 'S', locale)['xl/styles.xml'];
    expect(styles('it')).toContain('formatCode="dd/mm/yyyy hh:mm:ss"');
    expect(styles('en')).toContain('formatCode="yyyy-mm-dd hh:mm:ss"');
  });

  it('leaves a cell out where there is nothing', () => {
    const xml = sheet([
      ['a', 'b'],
      [null, 1],
    ]);
    expect(xml).not.toContain('r="A2"');
    expect(xml).toContain('<c r="B2"><v>1</v></c>');
  });

  it.each(['=1+1', '+39', '-2', '@SUM(A1)', '=HYPERLINK("http://evil.test","x")'])(
    'has %j as a text, and never as a formula',
    (name) => {
      const xml = sheet([['name'], [name]]);
      expect(xml).toMatch(/<c r="A2" s="2" t="inlineStr"><is><t /);
      expect(xml).not.toContain('<f>');
    },
  );

  it('keeps what XML has signs for, and drops what it has no place for', () => {
    const xml = sheet([['name'], ['<b> & "Zoë" 😀\u0000\u0007\uD800\n']]);
    expect(xml).toContain('>&lt;b&gt; &amp; &quot;Zoë&quot; 😀\n</t>');
  });

  it('names its sheets, shows the header always, and can be filtered', () => {
    const parts = opened(
      [
        ['a', 'b'],
        [1, 2],
        [3, 4],
      ],
      'A & B',
    );
    expect(parts['xl/workbook.xml']).toContain('<sheet name="A &amp; B" sheetId="1" r:id="rId1"/>');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('state="frozen"');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<autoFilter ref="A1:B3"/>');
  });

  it('lists every part among its types', () => {
    const parts = opened([['a']]);
    const listed = parts['[Content_Types].xml'] ?? '';
    for (const path of Object.keys(parts).filter((one) => one.startsWith('xl/') && !one.includes('_rels')))
      expect(listed).toContain(`PartName="/${path}"`);
  });

  it('is the same bytes for the same table', () => {
    const table = [['a'], [1]];
    expect(toXlsx([{ name: 'S', table }], 'it')).toEqual(toXlsx([{ name: 'S', table }], 'it'));
  });
});

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is called %s', (index, name) => {
  expect(columnName(index)).toBe(name);
});
