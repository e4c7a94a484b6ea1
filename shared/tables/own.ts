import * as v from 'valibot';
import type { ProblemCode } from '../problems';
import type { Text } from '../text';
import { textSchema } from '../text-schema';
import { axis, type Axis } from './axis';
import { MOST_JUDGES } from './deal';
import { dealtTable } from './places';
import { LONGEST_ROWS, MOST_ROWS, readRows, type Row } from './rows';

/** How many rows of a table may be in sight. */
export interface Sight {
  readonly least: number;
  /** As many as a picture has room for. */
  readonly usual: number;
  readonly most: number;
  /** So many more judge at least, and so many of them of each class. */
  readonly judges: number;
  readonly judging: number;
}

/**
 * Of fewer than ten there is no picture. Of more than 120 a phone's would be full, and to look for lines through them would
 * take the server too long; networks learn from more. A network is judged by three fifths of those that judge, and its figure is
 * the mean of both classes': of 15 of the rarer one nine are left to be right or wrong about.
 */
export const sights = {
  lines: { least: 10, usual: 100, most: 120, judges: 20, judging: 0 },
  networks: { least: 20, usual: 250, most: 400, judges: 40, judging: 15 },
} as const satisfies Record<string, Sight>;

export const leastRows = ({ least, judges }: Sight): number => least + judges;
/** Of each class. */
export const LEAST_OF_CLASS = 5;
/** The same of those in sight. */
export const LEAST_SEEN = 3;

/**
 * How many rows a class needs, of which `visible` of all are in sight: of a rarer one nobody would see what it is like, or what
 * is judged by it would be chance.
 */
export function leastOfClass(rows: number, visible: number, { least, judging }: Sight): number {
  const judges = Math.max(1, Math.min(MOST_JUDGES, rows - visible));
  const seen = Math.ceil((LEAST_SEEN * rows) / Math.max(least, visible));
  return Math.max(LEAST_OF_CLASS, seen, Math.ceil((judging * rows) / judges));
}

/** About as many rows in sight as a picture has room for, and never so many that too few judge. */
export const visibleOf = (rows: number, { least, usual }: Sight): number =>
  Math.max(least, Math.min(usual, Math.floor(0.4 * rows)));

const inSight = ({ least, most }: Sight) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const tableEntries = {
  /** Where the numbers come from; phones, projector and paper say it. */
  source: textSchema,
  x: axis,
  y: axis,
  /** A line for each row; see `writeRows`. */
  rows: v.pipe(v.string(), v.maxLength(LONGEST_ROWS)),
};

/** What a step on somebody's own table holds of it: two columns, where they come from, and the rows. */
export const ownEntries = { data: v.literal('own'), visible: inSight(sights.lines), ...tableEntries };

/** The same where networks learn from it. */
export const learntEntries = { data: v.literal('own'), samples: inSight(sights.networks), ...tableEntries };

/** What the two classes are called, class 0 first. */
export const classNames = v.strictTuple([textSchema, textSchema]);

/** What of a table everybody may know. */
export interface Labels {
  readonly x: Axis;
  readonly y: Axis;
  readonly source: Text;
}

/** What everybody may know of one whose rows belong to one of two classes. */
export interface ClassLabels extends Labels {
  readonly classes: readonly [Text, Text];
}

export const classLabelsOf = ({ x, y, source, classes }: ClassLabels): ClassLabels => ({
  ...{ x, y, source, classes },
});

/** A table as a step of any kind holds it: lines are drawn among those that are `visible`, networks learn from `samples`. */
type Given = { readonly x: Axis; readonly y: Axis; readonly rows: string } & (
  | { readonly visible: number }
  | { readonly samples: number; readonly share?: readonly [from: number, to: number] }
);

/** Of each class, where a share of the table or rows at one place leave fewer than there should be. */
const FEWEST_JUDGING = 10;

/** Whether of both classes enough rows judge; asked of axes that are the right way round, and of rows within them. */
function judgedByBoth(given: Given): boolean {
  if ('visible' in given) return true;
  const { kept } = dealtTable(given, given.samples);
  return Math.min(countOf(kept, 0), countOf(kept, 1)) >= FEWEST_JUDGING;
}

/** An axis the wrong way round has a code of its own. */
const within = ({ from, to }: Axis, value: number) => from >= to || (value >= from && value <= to);
const countOf = (rows: readonly Row[], of: 0 | 1) => rows.filter((row) => row.of === of).length;
const levels = (values: readonly number[]) => new Set(values).size;

/** What is wrong with the rows of a table, if anything is. */
export function wrongRows(given: Given, classes: boolean): ProblemCode | null {
  const { x, y, rows: text } = given;
  const [visible, sight] =
    'visible' in given ? [given.visible, sights.lines] : [given.samples, sights.networks];
  const rows = readRows(text, classes);
  if (!rows) return 'malformed';
  if (rows.length > MOST_ROWS) return 'too-many';
  if (rows.length < leastRows(sight)) return 'too-few';
  const fewest = Math.min(countOf(rows, 0), countOf(rows, 1));
  if (classes && fewest < leastOfClass(rows.length, visible, sight)) return 'too-few';
  // A column that says the same of every row tells nothing.
  if (levels(rows.map((row) => row.x)) < 2 || levels(rows.map((row) => row.y)) < 2) return 'does-not-fit';
  if (!rows.every((row) => within(x, row.x) && within(y, row.y))) return 'does-not-fit';
  return !classes || x.from >= x.to || y.from >= y.to || judgedByBoth(given) ? null : 'too-few';
}

/** Holds the rows of a configuration against its axes. */
/* @__NO_SIDE_EFFECTS__ */
export const checkedRows = <Config extends Given & Record<string, unknown>>(classes: boolean) =>
  v.rawCheck<Config>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { value: input } = dataset;
    const code = wrongRows(input, classes);
    const at = { type: 'object', origin: 'value', input, key: 'rows', value: input.rows } as const;
    if (code) addIssue({ message: code, path: [at] });
  });
