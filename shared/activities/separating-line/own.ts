import type { Dealt } from '../../tables/deal';
import { rowNames } from '../../tables/names';
import { dealtTable, gridPlace } from '../../tables/places';
import type { Row } from '../../tables/rows';
import type { StepSamples } from '../activity';
import type { OwnConfig } from './config';
import type { Birds } from './line';

const dealtOf = (config: OwnConfig): Dealt => dealtTable(config, config.visible);

const birds = (config: OwnConfig, rows: readonly Row[]): Birds => ({
  x: rows.flatMap((row) => gridPlace(config, row)),
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
