import type { Cut } from './plane';

/** Something that so many students hold. */
export interface Held {
  readonly count: number;
}

/** How many students there are in a list of what they hold. */
export const studentsIn = (held: readonly Held[]): number => held.reduce((sum, { count }) => sum + count, 0);

/** A line of the class picture. */
export interface HeldLine extends Held {
  readonly key: string;
  readonly cut: Cut;
}

/** More than these nobody can tell apart, and each costs the projector an element. */
export const MOST_LINES = 90;

/** The lines that are drawn: the commonest, in an order that does not depend on who came first. */
export const commonest = <Line extends HeldLine>(lines: readonly Line[]): readonly Line[] =>
  [...lines].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, MOST_LINES);

/** How strongly a line is drawn: its opacity and its width, which grows with the square root of the students. */
export const weightOf = (count: number): { readonly opacity: number; readonly width: number } => ({
  opacity: Math.min(0.8, 0.24 + 0.08 * count),
  width: Math.min(9, 2.2 + 1.1 * Math.sqrt(count)),
});
