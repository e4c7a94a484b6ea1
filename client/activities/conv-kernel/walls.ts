import type { Detector } from '#shared/activities/conv-kernel/config';
import { heldDetectors, type HeldDetector } from '#shared/activities/conv-kernel/held';
import { directions, type Direction } from '#shared/activities/conv-kernel/shapes';
import type { Summary } from '#shared/activities/conv-kernel/view';
import { studentsIn } from '../kit/counts';

/** What those who were given one direction have painted. */
export interface Wall {
  readonly direction: Direction;
  /** One for each student, as far as they can be told apart; the commonest first. */
  readonly tiles: readonly Detector['cells'][];
  readonly students: number;
  /** Cell by cell; null: nobody has painted. */
  readonly mean: readonly number[] | null;
}

/** More tiles than these nobody can tell apart. */
const MOST_TILES = 90;

function meanOf(held: readonly HeldDetector[]): readonly number[] | null {
  const [first] = held;
  if (!first) return null;
  const students = studentsIn(held);
  return first.cells.map(
    (_, i) => held.reduce((sum, { cells, count }) => sum + (cells[i] ?? 0) * count, 0) / students,
  );
}

/** A wall for each direction. */
export const wallsOf = (summary: Summary): readonly Wall[] =>
  directions.map((direction) => {
    const held = heldDetectors(summary[direction]);
    const tiles = held.flatMap(({ cells, count }) => Array.from({ length: count }, () => cells));
    return { direction, tiles: tiles.slice(0, MOST_TILES), students: studentsIn(held), mean: meanOf(held) };
  });
