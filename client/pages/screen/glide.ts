import type { TopRow } from '#shared/session/views';

/** Today's rows in the order in which they stood last; who is new waits at the end. They glide from there. */
export function startFrom(before: readonly TopRow[], rows: readonly TopRow[]): readonly TopRow[] {
  const old = (row: TopRow) => before.find(({ seat }) => seat === row.seat);
  const place = (row: TopRow) => {
    const at = before.findIndex(({ seat }) => seat === row.seat);
    return at < 0 ? before.length : at;
  };
  return rows.map((row) => old(row) ?? row).sort((a, b) => place(a) - place(b));
}

/** The rows that share a rank, first to third: a step of the podium each. */
export interface PodiumStep {
  readonly rank: number;
  readonly rows: readonly TopRow[];
}

export const podiumSteps = (rows: readonly TopRow[]): readonly PodiumStep[] =>
  [1, 2, 3]
    .map((rank) => ({ rank, rows: rows.filter((row) => row.rank === rank) }))
    .filter((step) => step.rows.length > 0);
