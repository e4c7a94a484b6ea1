import { BELOW, type Crowd } from './ranks';
import type { BoardGains, TopRow } from './views/types';

type Place = Pick<TopRow, 'seat' | 'rank'>;

/** How many places somebody has climbed: from below the ten first ranks as many as are certain; 0: none. */
export interface Climb {
  readonly places: number;
  /** They came from below the ten first ranks, so that there may be more. */
  readonly fromBelow: boolean;
}

const none: Climb = { places: 0, fromBelow: false };

/** How far somebody whom a board names has climbed since the board before. */
export function climbOf({ seat, rank }: Place, { stood }: BoardGains): Climb {
  const was = stood[seat];
  if (was === undefined) return none;
  return { places: Math.max(0, (was?.rank ?? BELOW) - rank), fromBelow: was === null };
}

/** Those of a board who have climbed most since the one before; none where nobody has. */
export function topClimbers<Row extends Place>(rows: readonly Row[], gains: BoardGains): readonly Row[] {
  const climbs = rows.map((row) => climbOf(row, gains).places);
  const most = Math.max(0, ...climbs);
  return most === 0 ? [] : rows.filter((_, i) => climbs[i] === most);
}

/** What the board's step gave to those who share a rank; null where none of them was there, or it gave nothing to win. */
export const gainOf = ({ rank }: Pick<Crowd, 'rank'>, { gained }: BoardGains) => gained[rank] ?? null;
