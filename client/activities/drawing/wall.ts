import type { Drawn } from '#shared/activities/drawing/index';
import type { Room } from '../kit/dots';

/** A sheet on the wall. */
export interface Hung {
  readonly key: string;
  readonly ink: string;
  readonly asked: number;
  /** Null: nobody has read it. */
  readonly said: number | null;
}

/** Every sheet of those on the wall. */
export const hung = (wall: readonly Drawn[]): readonly Hung[] =>
  wall.flatMap(({ id, ink, asked, said }) =>
    ink.map((one, i) => ({ key: `${id}/${i}`, ink: one, asked: asked[i] ?? 0, said: said?.[i] ?? null })),
  );

/** A sheet is at least this part of the wall wide, so that what stands below it can be read from the back. */
const LEAST = 1 / 12;
/** What stands below a sheet takes this part of its height besides. */
export const CAPTION = 0.55;

export interface Hanging {
  /** Side of a sheet with the space around it, px. */
  readonly side: number;
  readonly columns: number;
  /** How many there is room for. */
  readonly holds: number;
}

/** How so many sheets hang in a room: as large as they all fit, but never too small to be read. */
export function hanging(count: number, { width, height }: Room): Hanging {
  const most = Math.max(1, Math.floor(1 / LEAST));
  const rowsOf = (side: number) => Math.max(1, Math.floor(height / (side * (1 + CAPTION))));
  for (let columns = 1; columns < most; columns++) {
    const side = Math.min(width / columns, height / (1 + CAPTION));
    if (columns * rowsOf(side) >= count) return { side, columns, holds: columns * rowsOf(side) };
  }
  const side = Math.min(width / most, height / (1 + CAPTION));
  return { side, columns: most, holds: most * rowsOf(side) };
}
