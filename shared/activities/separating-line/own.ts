import { placeOf, type Axis } from '../../tables/axis';
import { dealtOut, type Dealt } from '../../tables/deal';
import { rowNames } from '../../tables/names';
import type { Labels } from '../../tables/own';
import { readRows, type Row } from '../../tables/rows';
import type { Text } from '../../text';
import type { StepSamples } from '../activity';
import { RANGE, type OwnConfig, type Point } from './config';
import type { Birds } from './line';

/** Sixteenths of the grid's unit: finer than a screen, and sides of lines are still decided exactly. */
const PARTS = 16;

/** What everybody may know of somebody's own table. */
export interface ClassLabels extends Labels {
  readonly classes: readonly [Text, Text];
}

export const labelsOf = ({ x, y, source, classes }: OwnConfig): ClassLabels => ({ x, y, source, classes });

interface Axes {
  readonly x: Axis;
  readonly y: Axis;
}

const pointOf = ({ x, y }: Axes, row: Row): Point => [
  placeOf(x, row.x, RANGE.length, PARTS),
  placeOf(y, row.y, RANGE.depth, PARTS),
];

const dealtOf = (config: OwnConfig): Dealt =>
  dealtOut(
    readRows(config.rows, true) ?? [],
    (row) => pointOf(config, row).join(),
    config.visible,
    config.share,
  );

const birds = (config: OwnConfig, rows: readonly Row[]): Birds => ({
  x: rows.flatMap((row) => pointOf(config, row)),
  y: rows.map(({ of }) => of),
});

/** The rows in sight and those that score, on the penguins' grid. */
export function ownSplit(config: OwnConfig): { readonly shown: Birds; readonly hidden: Birds } {
  const { shown, kept } = dealtOf(config);
  return { shown: birds(config, shown), hidden: birds(config, kept) };
}

export function ownSamples(config: OwnConfig): StepSamples {
  const { shown, kept } = dealtOf(config);
  return { shown: rowNames(shown, config.x, config.y), kept: rowNames(kept, config.x, config.y) };
}
