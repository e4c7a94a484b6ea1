import { isDeepStrictEqual } from 'node:util';
import type { LoggedEvent } from '#shared/session/events';
import { replay } from '#shared/session/evolve';
import { predictionView } from '#shared/session/predictions/told';
import type { ToldPrediction } from '#shared/session/predictions/prediction';
import { topOf } from '#shared/session/ranks';
import type { Review } from '#shared/session/review';
import type { SessionState } from '#shared/session/state';
import type { TopRow } from '#shared/session/views';

/** What a desk was shown of a step. */
export interface Shown {
  readonly step: number;
  /** How many had answered when it was closed. */
  readonly answered: number;
  /** What the class had expected, as its reveal told it; null where nothing was asked. */
  readonly expected: ToldPrediction['expected'] | null;
  /** The board after it. */
  readonly top: readonly TopRow[];
}

/** What a desk was shown of a session, and what looking back at it says. */
export interface ShownSession {
  readonly steps: readonly Shown[];
  readonly podium: readonly TopRow[];
  readonly review: Review;
}

/** What was shown and is not the fold of the log, a sentence each. */
export function amiss(log: readonly LoggedEvent[], { steps, podium, review }: ShownSession): string[] {
  const wrong: string[] = [];
  const held = (what: string, shown: unknown, told: unknown) => {
    if (!isDeepStrictEqual(shown, told)) wrong.push(`${what}: ${JSON.stringify(firstApart(shown, told))}`);
  };
  for (const { step, answered, expected, top } of steps) {
    const then = replay(log.slice(0, untilBoard(log, step)));
    held(`the answers to step ${step + 1}`, answered, then.steps[step]?.answers.size);
    const told = predictionView(then, step)?.told?.expected ?? null;
    held(`what was expected of step ${step + 1}`, expected, told);
    held(`the board after step ${step + 1}`, top.map(rowOf), boardOf(then));
  }
  const end = replay(log);
  held('the podium', podium.map(rowOf), boardOf(end));
  const ranked = review.students.filter(({ rank }) => rank !== null);
  held('the review', bySeat(ranked.map(rowOf)), bySeat(end.board.map(rowOf)));
  return wrong;
}

/** Of two lists the first rows that differ, so that the sentence can be read. */
function firstApart(shown: unknown, told: unknown) {
  if (!Array.isArray(shown) || !Array.isArray(told)) return { shown, told };
  const rows: readonly unknown[] = shown.length > told.length ? shown : told;
  const at = rows.findIndex((_, i) => !isDeepStrictEqual(shown[i], told[i]));
  return { row: at + 1, shown: shown[at] as unknown, told: told[at] as unknown };
}

/** Who shares a rank stands in no particular order. */
const bySeat = <Row extends { readonly seat: string }>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((a, b) => (a.seat < b.seat ? -1 : 1));

/** How many events a log has up to the first board after a step. */
function untilBoard(log: readonly LoggedEvent[], step: number): number {
  const moved = log.findIndex(
    ({ event }) => event.type === 'stage-entered' && isDeepStrictEqual(event.stage, { at: 'board', step }),
  );
  return moved + 1;
}

/** Whom the ten first ranks name. */
const boardOf = ({ board }: SessionState) => topOf(board).flatMap(({ named }) => named.map(rowOf));

const rowOf = ({
  seat,
  rank,
  points,
  right,
}: Pick<TopRow, 'seat' | 'points' | 'right'> & { rank: number | null }) => ({
  ...{ seat, rank, points, right },
});
