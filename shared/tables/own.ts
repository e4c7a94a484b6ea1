import * as v from 'valibot';
import type { ProblemCode } from '../problems';
import type { Text } from '../text';
import { textSchema } from '../text-schema';
import { axis, type Axis } from './axis';
import { LONGEST_ROWS, MOST_ROWS, readRows, type Row } from './rows';

/** Rows in sight of which at least so many make a picture. */
export const LEAST_VISIBLE = 10;
/** Of more a phone's picture would be full, and to look for lines through them would take the server too long. */
export const MOST_VISIBLE = 120;
/** And so many beside them that judge, as shared/lessons/apart.ts has it. */
export const LEAST_ROWS = LEAST_VISIBLE + 20;
/** Of each class. */
export const LEAST_OF_CLASS = 5;
/** The same of those in sight. */
export const LEAST_SEEN = 3;

/** How many rows a class needs, of which `visible` of all are in sight: of a rarer one nobody would see what it is like. */
export const leastOfClass = (rows: number, visible: number): number =>
  Math.max(LEAST_OF_CLASS, Math.ceil((LEAST_SEEN * rows) / Math.max(LEAST_VISIBLE, visible)));

/** About as many rows in sight as a picture has room for, and never so many that too few judge. */
export const visibleOf = (rows: number): number =>
  Math.max(LEAST_VISIBLE, Math.min(100, Math.floor(0.4 * rows)));

/** What a step on somebody's own table holds of it: two columns, where they come from, and the rows. */
export const ownEntries = {
  data: v.literal('own'),
  visible: v.pipe(v.number(), v.integer(), v.minValue(LEAST_VISIBLE), v.maxValue(MOST_VISIBLE)),
  /** Where the numbers come from; phones, projector and paper say it. */
  source: textSchema,
  x: axis,
  y: axis,
  /** A line for each row; see `writeRows`. */
  rows: v.pipe(v.string(), v.maxLength(LONGEST_ROWS)),
};

/** What of a table everybody may know. */
export interface Labels {
  readonly x: Axis;
  readonly y: Axis;
  readonly source: Text;
}

interface Given {
  readonly x: Axis;
  readonly y: Axis;
  readonly rows: string;
  readonly visible: number;
}

/** An axis the wrong way round has a code of its own. */
const within = ({ from, to }: Axis, value: number) => from >= to || (value >= from && value <= to);
const countOf = (rows: readonly Row[], of: 0 | 1) => rows.filter((row) => row.of === of).length;
const levels = (values: readonly number[]) => new Set(values).size;

/** What is wrong with the rows of a table, if anything is. */
export function wrongRows({ x, y, rows: text, visible }: Given, classes: boolean): ProblemCode | null {
  const rows = readRows(text, classes);
  if (!rows) return 'malformed';
  if (rows.length > MOST_ROWS) return 'too-many';
  if (rows.length < LEAST_ROWS) return 'too-few';
  const fewest = Math.min(countOf(rows, 0), countOf(rows, 1));
  if (classes && fewest < leastOfClass(rows.length, visible)) return 'too-few';
  // A column that says the same of every row tells nothing.
  if (levels(rows.map((row) => row.x)) < 2 || levels(rows.map((row) => row.y)) < 2) return 'does-not-fit';
  return rows.every((row) => within(x, row.x) && within(y, row.y)) ? null : 'does-not-fit';
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
