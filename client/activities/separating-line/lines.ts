import { heldLines } from '#shared/activities/separating-line/held';
import type { Line } from '#shared/activities/separating-line/config';
import type { Summary } from '#shared/activities/separating-line/view';
import type { HeldLine } from '../kit/counts';
import { cutOf } from './plane';

/** A line that some students hold. */
export interface ClassLine extends HeldLine {
  readonly line: Line;
}

/** The class's lines; two that cut the drawing alike have one key. */
export const classLines = (picture: Summary): readonly ClassLine[] => {
  const lines = new Map<string, ClassLine>();
  for (const { line, count } of heldLines(picture)) {
    const cut = cutOf(line);
    const key = `${cut.at.x} ${cut.at.y} ${cut.normal.x} ${cut.normal.y}`;
    lines.set(key, { key, line, cut, count: count + (lines.get(key)?.count ?? 0) });
  }
  return [...lines.values()];
};
