import { linesOf, type Lines } from '#shared/activities/neuron/lines';
import type { Neuron } from '#shared/activities/neuron/neuron';
import { boundaryOf, type Boundary } from './geometry';

/** A boundary that some students hold; scaled copies of one neuron are the same boundary. */
export interface CrowdLine {
  readonly key: string;
  readonly neuron: Neuron;
  readonly boundary: Boundary;
  readonly count: number;
}

/** More than these nobody can tell apart, and each costs the projector an element. */
export const MOST_LINES = 90;

/** The class's boundaries, the commonest first. Neurons without a boundary are left out. */
export function crowd(summary: Lines): readonly CrowdLine[] {
  const lines = new Map<string, CrowdLine>();
  for (const { neuron, count } of linesOf(summary)) {
    const boundary = boundaryOf(neuron);
    if (!boundary) continue;
    const key = reduced(neuron);
    lines.set(key, { key, neuron, boundary, count: count + (lines.get(key)?.count ?? 0) });
  }
  return [...lines.values()]
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_LINES);
}

const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b));

function reduced({ w, b }: Neuron): string {
  const common = [...w, b].reduce(divisor, 0);
  return [...w, b].map((value) => value / common).join();
}

/** How strongly a line is drawn: its opacity and its width, which grows with the square root of the students. */
export const weightOf = (count: number): { readonly opacity: number; readonly width: number } => ({
  opacity: Math.min(0.8, 0.24 + 0.08 * count),
  width: Math.min(9, 2.2 + 1.1 * Math.sqrt(count)),
});
