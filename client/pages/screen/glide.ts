import type { Group } from '#shared/session/ranks';
import type { TopRow } from '#shared/session/views';

export type Line = Group<TopRow>;

/** A line is whoever it names first, from one board to the next. */
export const leaderOf = ({ named }: Line): string => named[0].seat;

/**
 * Today's lines in the order in which who leads them stood last, with the figures that they had; who is new waits at
 * the end. They glide from there.
 */
export function startFrom(before: readonly Line[], lines: readonly Line[]): readonly Line[] {
  const place = (line: Line) => {
    const at = before.findIndex(({ named }) => named.some(({ seat }) => seat === leaderOf(line)));
    return at < 0 ? before.length : at;
  };
  const asBefore = (line: Line): Line => {
    const then = before[place(line)];
    const leader = then?.named.find(({ seat }) => seat === leaderOf(line));
    if (!then || !leader) return line;
    const [, ...others] = line.named;
    return { ...line, rank: then.rank, points: then.points, right: then.right, named: [leader, ...others] };
  };
  return [...lines].sort((a, b) => place(a) - place(b)).map(asBefore);
}
