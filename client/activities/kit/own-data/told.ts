import type { Dropped, Fault, Kept } from '#shared/tables/chosen';
import type { Column, ColumnType, Table } from '#shared/tables/table';
import * as m from '../../../i18n/generated/messages.js';
import type { Locale } from '#shared/text';
import { whole, written } from '../numbers';

/** What a column is called: by its heading, or by its place. */
export const columnName = ({ columns }: Table, place: number): string =>
  columns[place]?.name ?? m.table_column({ n: place + 1 });

const types: Readonly<Record<ColumnType, () => string>> = {
  numbers: m.table_type_numbers,
  mixed: m.table_type_mixed,
  words: m.table_type_words,
  dates: m.table_type_dates,
  empty: m.table_type_empty,
};

/** A column in one line: what it holds, from where to where, what is missing. */
export function columnWords({ type, range, different, missing, constant }: Column, locale: Locale): string {
  const number = (value: number) => written(value, locale);
  return [
    types[type](),
    ...(constant ? [m.table_constant()] : []),
    ...(range && !constant && type !== 'dates'
      ? [m.table_range({ from: number(range[0]), to: number(range[1]) })]
      : []),
    ...(type === 'words' ? [m.table_different({ count: different })] : []),
    ...(missing > 0 ? [m.table_missing({ count: missing })] : []),
  ].join(' · ');
}

const separators = { ',': m.table_by_comma, ';': m.table_by_semicolon, '\t': m.table_by_tab } as const;

/** How a file was read. */
export function tableWords(table: Table, locale: Locale): string {
  const { rows, columns, parted, decimal, encoding, headings } = table;
  return [
    m.table_size({ rows: whole(rows.length, locale), columns: columns.length }),
    ...(parted ? [separators[parted]()] : []),
    ...(decimal ? [decimal === 'comma' ? m.table_decimal_comma() : m.table_decimal_point()] : []),
    ...(encoding ? [m.table_encoding({ encoding: encoding.toUpperCase() })] : []),
    headings === null ? m.table_no_headings() : m.table_headings({ row: headings }),
  ].join(' · ');
}

/** Rows of a file: the first ones by their numbers, and how many more. */
function rowsWords({ rows: numbers, count }: Dropped, locale: Locale): string {
  const rows = numbers.join(', ');
  const more = count - numbers.length;
  if (count === 1) return m.table_at_row({ row: rows });
  if (more === 0) return m.table_at_rows({ rows });
  return more === 1
    ? m.table_at_rows_one_more({ rows })
    : m.table_at_rows_more({ rows, more: whole(more, locale) });
}

/** Why some rows are left out, and which ones. */
export function droppedWords(table: Table, dropped: Dropped, locale: Locale): string {
  const { why, column, said } = dropped;
  const given = {
    count: whole(dropped.count, locale),
    rows: rowsWords(dropped, locale),
    column: column === null ? '' : columnName(table, column),
    said: said.map((words) => m.table_quoted({ words })).join(', '),
  };
  const sentences = {
    above: m.table_dropped_above,
    headings: m.table_dropped_headings,
    beyond: m.table_dropped_beyond,
    gap: m.table_dropped_gap,
    text: m.table_dropped_text,
    'other-class': m.table_dropped_other_class,
    copy: m.table_dropped_copy,
  } as const;
  return sentences[why](given);
}

/** What has to change before a choice can be played, each once. */
export const faultsWords = (table: Table, faults: Kept['faults']): readonly string[] => [
  ...new Set(faults.map((fault) => faultWords(table, fault))),
];

function faultWords(table: Table, { code, column, least = 0, seen = 0 }: Kept['faults'][number]): string {
  const given = {
    column: column === null ? '' : columnName(table, column),
    least,
    seen,
    judges: least - seen,
  };
  if (code === 'no-numbers' && !table.columns.some(({ type }) => type === 'numbers' || type === 'mixed'))
    return m.table_fault_none_numbers();
  const sentences = {
    'same-column': m.table_fault_same_column,
    'no-numbers': m.table_fault_no_numbers,
    constant: m.table_fault_constant,
    'one-class': m.table_fault_one_class,
    'few-of-class': m.table_fault_few_of_class,
    'too-few': m.table_fault_too_few,
  } as const satisfies Record<Fault, unknown>;
  return sentences[code](given);
}

/** How many rows are left, and that some say the same. */
export function keptWords({ rows, copies }: Kept, copiesOut: boolean, locale: Locale): readonly string[] {
  return [
    m.table_kept({ count: whole(rows.length, locale) }),
    ...(copies > 0 && !copiesOut ? [m.table_copies({ count: whole(copies, locale) })] : []),
  ];
}
