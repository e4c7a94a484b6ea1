import { boundaryKey, linesOf, type Lines } from '#shared/activities/neuron/lines';
import type { Neuron } from '#shared/activities/neuron/neuron';
import { commonest, type HeldLine } from '../kit/counts';
import { boundaryOf, cutOf } from './geometry';

/** A boundary that some students hold; scaled copies of one neuron are the same boundary. */
export interface CrowdLine extends HeldLine {
  readonly neuron: Neuron;
}

/** The class's boundaries, the commonest first. Neurons without a boundary are left out. */
export function crowd(summary: Lines): readonly CrowdLine[] {
  const lines = new Map<string, CrowdLine>();
  for (const { neuron, count } of linesOf(summary)) {
    const boundary = boundaryOf(neuron);
    if (!boundary) continue;
    const key = boundaryKey(neuron);
    lines.set(key, { key, neuron, cut: cutOf(boundary), count: count + (lines.get(key)?.count ?? 0) });
  }
  return commonest([...lines.values()]);
}
