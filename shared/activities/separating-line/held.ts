import { faint } from '../faint';
import { RANGE, type Line, type Point } from './config';
import type { Summary } from './view';

export const keyOf = ({ from, to, swapped }: Line): string => [...from, ...to, swapped ? 1 : 0].join();

/** The lines of a summary, with how many students hold each, the commonest first. */
export const heldLines = ({ crossings }: Summary): { readonly line: Line; readonly count: number }[] =>
  Object.entries(crossings)
    .map(([key, count]) => {
      const [l0 = 0, d0 = 0, l1 = 0, d1 = 0, swapped] = key.split(',').map(Number);
      return { line: { from: [l0, d0], to: [l1, d1], swapped: swapped === 1 } satisfies Line, count };
    })
    .sort((a, b) => b.count - a.count);

/** Lines whose normals and places differ by less than this share of a unit, or of the picture, are one while it is open. */
const ALIKE = { turn: 1 / 6, place: 1 / 20 };

const scaled = ([length, depth]: Point): readonly [number, number] => [
  (length - RANGE.length[0]) / (RANGE.length[1] - RANGE.length[0]) - 0.5,
  (depth - RANGE.depth[0]) / (RANGE.depth[1] - RANGE.depth[0]) - 0.5,
];

/** About where a line runs, and on which side it fires. */
function about({ from, to, swapped }: Line): string {
  const [[x0, y0], [x1, y1]] = [scaled(from), scaled(to)];
  const length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)) * (swapped ? -1 : 1);
  const [nx, ny] = [(y1 - y0) / length, (x0 - x1) / length];
  const near = (value: number, step: number) => Math.round(value / step) + 0;
  return [near(nx, ALIKE.turn), near(ny, ALIKE.turn), near(nx * x0 + ny * y0, ALIKE.place)].join();
}

/** A class's lines while the step is open: each about once, so that a bundle says nothing of how many agree. */
export function whileOpen(summary: Summary): Summary {
  const apart = new Map<string, string>();
  for (const { line } of heldLines(summary)) {
    const [place, key] = [about(line), keyOf(line)];
    const known = apart.get(place);
    if (known === undefined || key < known) apart.set(place, key);
  }
  return { ...summary, crossings: faint(apart.values()) };
}
