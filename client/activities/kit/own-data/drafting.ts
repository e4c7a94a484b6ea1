import type { Choice, Kept } from '#shared/tables/chosen';
import { endsFor } from '#shared/tables/ends';
import { visibleOf } from '#shared/tables/own';
import { writeRows, type Row } from '#shared/tables/rows';
import type { Column, Table } from '#shared/tables/table';
import { fieldsOf, type Fields } from '../edit/paths';
import type { Seen } from './seen';

/** What a heading says: a name, and in brackets or after a slash a unit. */
export function headingParts(heading: string): { readonly name: string; readonly unit: string | null } {
  const found = /^(.*\S)\s*(?:\(([^()]{1,12})\)|\[([^[\]]{1,12})\])$/.exec(heading);
  if (!found) return { name: heading.replaceAll('_', ' '), unit: null };
  return { name: (found[1] ?? '').replaceAll('_', ' '), unit: (found[2] ?? found[3] ?? '').trim() };
}

/** Numbers that only count the rows tell nothing. */
const counts = ({ name, different, missing }: Column, rows: number) =>
  missing === 0 && different === rows && /^(id|n|n[.°]|no|nr|num|row|riga|index|#)?$/i.test(name ?? '');

const places = (columns: readonly Column[], fits: (column: Column) => boolean): number[] =>
  columns.flatMap((column, place) => (fits(column) ? [place] : []));

/** The columns of numbers, the likeliest ones first. */
function numberColumns({ columns, rows }: Table): readonly number[] {
  const good = places(columns, (one) => one.type === 'numbers' && !one.constant && !counts(one, rows.length));
  const others = places(columns, ({ type }) => type === 'numbers' || type === 'mixed');
  return [...new Set([...good, ...others])];
}

/** A column can tell classes apart if it says few different things. */
const MOST_CLASSES = 12;

/** The column that names classes, the likeliest first: words before numbers. */
export function classColumns({ columns }: Table): readonly number[] {
  const few = (types: readonly string[]) => (one: Column) =>
    types.includes(one.type) && one.different >= 1 && one.different <= MOST_CLASSES;
  return [...places(columns, few(['words'])), ...places(columns, few(['numbers', 'mixed']))];
}

/** The two commonest things that a column says; twice the same where it says one. */
export function twoOf(column: Column | undefined): readonly [string, string] {
  const [first, second] = (column?.common ?? []).map(({ words }) => words);
  return [first ?? '', second ?? first ?? ''];
}

/** What is chosen before anybody has. */
export function firstChoice(table: Table, classes: boolean): Choice {
  const [column] = classColumns(table).filter((place) => table.columns[place]?.different !== 1);
  const named = column ?? classColumns(table)[0];
  const [x = 0, y = 1] = numberColumns(table).filter((place) => !classes || place !== named);
  return {
    ...{ x, y, copiesOut: false },
    classes: classes && named !== undefined ? { column: named, two: twoOf(table.columns[named]) } : null,
  };
}

/** A column as a configuration describes it, named after its heading. */
function axisOf(column: Column | undefined, values: readonly number[], languages: readonly string[]): Fields {
  const { name, unit } = headingParts(column?.name ?? '');
  const [first = 'en'] = languages;
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return {
    name: name === '' ? {} : { [first]: name },
    ...(unit ? { unit: Object.fromEntries(languages.map((language) => [language, unit])) } : {}),
    ...endsFor(least, most),
  };
}

/** What a configuration says of its own about a column, kept where it is still the same column. */
const kept = (old: unknown, made: Fields, same: boolean): Fields => {
  const { name, unit } = fieldsOf(old);
  return same ? { ...made, name, ...(unit === undefined ? {} : { unit }) } : made;
};

/** What was chosen before, whose words stay where the choice is the same. */
type Before = Choice | null;

interface Chosen {
  readonly choice: Choice;
  readonly before: Before;
  readonly seen: Seen;
}

/** The configuration on a table of which this was chosen and this is left; what else it says stays. */
export function drafted(
  config: unknown,
  table: Table,
  { choice, before, seen }: Chosen,
  { rows }: Kept,
  languages: readonly string[],
): Fields {
  const { source, classes, x, y } = fieldsOf(config);
  const [first = 'en'] = languages;
  const column = (place: number, values: (row: Row) => number) =>
    rows.length > 0 ? axisOf(table.columns[place], rows.map(values), languages) : {};
  const sameClasses = JSON.stringify(before?.classes) === JSON.stringify(choice.classes);
  return {
    ...fieldsOf(config),
    data: 'own',
    [seen.field]: visibleOf(rows.length, seen.sight),
    source: source ?? {},
    x: kept(
      x,
      column(choice.x, (row) => row.x),
      before?.x === choice.x,
    ),
    y: kept(
      y,
      column(choice.y, (row) => row.y),
      before?.y === choice.y,
    ),
    ...(choice.classes
      ? { classes: before && sameClasses ? classes : choice.classes.two.map((words) => ({ [first]: words })) }
      : {}),
    rows: writeRows(rows, choice.classes !== null),
  };
}

/** A configuration with some words wherever it needs them: as far as whoever plays it by chance is concerned. */
export function wordless(config: unknown): Fields {
  const fields = fieldsOf(config);
  const some = { en: '-' };
  const axis = (given: unknown) => {
    const { from, to } = fieldsOf(given);
    return { name: some, from, to };
  };
  return {
    ...fields,
    ...{ source: some, x: axis(fields.x), y: axis(fields.y) },
    ...(fields.classes === undefined ? {} : { classes: [some, some] }),
  };
}
