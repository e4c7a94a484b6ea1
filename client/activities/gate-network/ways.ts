import type { Way } from '#shared/activities/gate-network/ways';
import { isCornerGate, type CornerGate } from '#shared/activities/neuron/truth-table';

/** Ways to XOR that differ in more than the order of the hidden neurons. */
export const WAYS = 8;

/** One of them on the projector; without gates nobody has found it, and it is not told yet. */
export interface Tile {
  readonly key: string;
  readonly hidden: readonly CornerGate[] | null;
  /** Told at the reveal. */
  readonly output: CornerGate | null;
  /** How many students took it. */
  readonly count: number;
}

const gatesIn = (key: string): readonly CornerGate[] => key.split(' + ').filter(isCornerGate);

/** The eight ways: at the reveal in one order; before, those that were found, the commonest first, and blanks. */
export function found(
  counts: Readonly<Record<string, number>>,
  once: readonly Way[] | null,
): readonly Tile[] {
  if (once)
    return once.map(({ hidden, output }) => {
      const key = hidden.join(' + ');
      return { key, hidden, output, count: counts[key] ?? 0 };
    });
  const taken = Object.entries(counts)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([key, count]): Tile => ({ key, hidden: gatesIn(key), output: null, count }));
  const blanks = Array.from({ length: Math.max(0, WAYS - taken.length) }, (_, i): Tile => ({
    key: `blank ${i}`,
    hidden: null,
    output: null,
    count: 0,
  }));
  return [...taken, ...blanks];
}
