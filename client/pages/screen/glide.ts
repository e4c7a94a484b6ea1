import { BELOW, type Group } from '#shared/session/ranks';
import type { BoardGains, TopRow } from '#shared/session/views';

export type Line = Group<TopRow>;

/** A line is whoever it names first, from one board to the next. */
export const leaderOf = ({ named }: Line): string => named[0].seat;

/** Who had no rank stands behind those whose rank was not shown. */
const NEW = BELOW + 1;

/**
 * Today's lines in the order in which who leads them stood on the board before, with the figures that they had; who was
 * not on it waits at the end. They glide from there.
 */
export function startFrom(stood: BoardGains['stood'], lines: readonly Line[]): readonly Line[] {
  const place = (line: Line) => {
    const was = stood[leaderOf(line)];
    return was === undefined ? NEW : (was?.rank ?? BELOW);
  };
  const asBefore = (line: Line): Line => {
    const was = stood[leaderOf(line)];
    if (!was) return line;
    const [leader, ...others] = line.named;
    const { rank, points, right } = was;
    return {
      ...line,
      rank,
      points: [points, points],
      right: [right, right],
      named: [{ ...leader, ...was }, ...others],
    };
  };
  return [...lines].sort((a, b) => place(a) - place(b)).map(asBefore);
}
