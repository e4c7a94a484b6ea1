import { placeOf, type Axis } from './axis';
import { dealtOut, type Dealt } from './deal';
import { readRows, type Row } from './rows';

/** The ends of the grid on which tables with two classes lie: that of the penguins' bills, in tenths of a millimetre. */
export const ENDS = { x: [300, 620], y: [110, 230] } as const;
/** Sixteenths of the grid's unit: finer than a screen, and sides of lines are still decided exactly. */
const PARTS = 16;

export type Place = readonly [x: number, y: number];

/** A table with classes as a step holds it. */
export interface ClassTable {
  readonly x: Axis;
  readonly y: Axis;
  readonly rows: string;
  /** Of the rows beyond those in sight, in percent. */
  readonly share?: readonly [from: number, to: number];
}

export const gridPlace = ({ x, y }: Pick<ClassTable, 'x' | 'y'>, row: Row): Place => [
  placeOf(x, row.x, ENDS.x, PARTS),
  placeOf(y, row.y, ENDS.y, PARTS),
];

/**
 * The rows in sight and those that judge, dealt by their places on the one grid whatever is played on them: a line and a race
 * on the same table can share it.
 */
export const dealtTable = (table: ClassTable, visible: number): Dealt =>
  dealtOut(readRows(table.rows, true) ?? [], (row) => gridPlace(table, row).join(), visible, table.share);
