import { placeOf } from '../../tables/axis';
import { dealtOut, type Dealt } from '../../tables/deal';
import { rowNames } from '../../tables/names';
import type { Labels } from '../../tables/own';
import { readRows, type Row } from '../../tables/rows';
import type { StepSamples } from '../activity';
import { RANGE, type OwnConfig } from './config';

/** Eighths of a unit across, whole ones up: finer than a screen, and sums of squares are still exact. */
const PARTS = { flipper: 8, mass: 1 } as const;

export const labelsOf = ({ x, y, source }: OwnConfig): Labels => ({ x, y, source });

type Place = readonly [flipper: number, mass: number];

const pointOf = ({ x, y }: OwnConfig, row: Row): Place => [
  placeOf(x, row.x, RANGE.flipper, PARTS.flipper),
  placeOf(y, row.y, RANGE.mass, PARTS.mass),
];

const dealtOf = (config: OwnConfig): Dealt =>
  dealtOut(
    readRows(config.rows, false) ?? [],
    (row) => pointOf(config, row).join(),
    config.visible,
    config.share,
  );

/** The rows in sight and those that score, on the penguins' grid. */
export function ownParts(config: OwnConfig): {
  readonly visible: readonly Place[];
  readonly hidden: readonly Place[];
} {
  const { shown, kept } = dealtOf(config);
  return {
    visible: shown.map((row) => pointOf(config, row)),
    hidden: kept.map((row) => pointOf(config, row)),
  };
}

export function ownSamples(config: OwnConfig): StepSamples {
  const { shown, kept } = dealtOf(config);
  return { shown: rowNames(shown, config.x, config.y), kept: rowNames(kept, config.x, config.y) };
}
