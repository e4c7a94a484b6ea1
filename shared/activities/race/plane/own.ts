import { PENGUIN_EXTENT } from '../../../training/map';
import type { Points } from '../../../training/request';
import type { Dealt } from '../../../tables/deal';
import { rowNames } from '../../../tables/names';
import { dealtTable, ENDS, gridPlace } from '../../../tables/places';
import type { Row } from '../../../tables/rows';
import type { StepSamples } from '../../activity';
import type { OwnField } from './field';

/** Parts of a unit in which points lie: places of the grid stay apart, and are exact in 32 bits. */
const PARTS = 2_048;

/** A place of the grid between its ends, as networks take it: from minus the picture's extent to the extent. */
const inPlane = (place: number, [low, high]: readonly [number, number]): number =>
  Math.round(((place - low) / (high - low) - 0.5) * 2 * PENGUIN_EXTENT * PARTS) / PARTS + 0;

/** Rows as points of the plane. */
export const ownPoints = (field: OwnField, rows: readonly Row[]): Points => ({
  x: rows.flatMap((row) => {
    const [x, y] = gridPlace(field, row);
    return [inPlane(x, ENDS.x), inPlane(y, ENDS.y)];
  }),
  y: rows.map(({ of }) => of),
});

/** A step's table is dealt once: every submission is trained on it. */
const known = new WeakMap<OwnField, Dealt>();

function dealtOf(field: OwnField): Dealt {
  const made = known.get(field) ?? dealtTable(field, field.samples);
  known.set(field, made);
  return made;
}

/** The rows in sight. */
export const ownVisible = (field: OwnField): Points => ownPoints(field, dealtOf(field).shown);

/** The rows that judge. */
export const ownJudges = (field: OwnField): readonly Row[] => dealtOf(field).kept;

export function ownSamples(field: OwnField): StepSamples {
  const { shown, kept } = dealtOf(field);
  return { shown: rowNames(shown, field.x, field.y), kept: rowNames(kept, field.x, field.y) };
}
