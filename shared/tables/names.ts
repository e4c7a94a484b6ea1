import type { Axis } from './axis';
import type { Row } from './rows';

/** A column by what it is called, in whatever languages. */
const columnName = ({ name }: Axis) => JSON.stringify(Object.values(name).sort());

/**
 * What rows are called in whichever step shows or keeps them: by what was measured, whichever of the two columns is
 * drawn upwards. Two steps on the same columns know each other's rows by it, their classes left out.
 */
export function rowNames(rows: readonly Row[], x: Axis, y: Axis): readonly string[] {
  const [across, up] = [columnName(x), columnName(y)];
  return rows.map((row) => [`${across} ${row.x}`, `${up} ${row.y}`].sort().join(' '));
}
