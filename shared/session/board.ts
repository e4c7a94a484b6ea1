import type { SeatId } from './events';
import { gradeOf, pointsOf, type BoardRow, type SessionState } from './state';

interface Tally {
  readonly seat: SeatId;
  points: number;
  possible: number;
  right: number;
  steps: number;
}

/**
 * Ranks every seat by its share of the points it could have won in the revealed steps it was present for: who
 * joins late is not punished for what they missed, and who missed everything has no place. Ties share a rank.
 */
export function rank(state: SessionState): void {
  const tallies = [...state.seats.values()]
    .filter((seat) => !seat.kicked)
    .map((seat) => tally(state, seat.id))
    .filter((t) => t.steps > 0)
    .sort((a, b) => better(b, a) || b.right - a.right || (a.seat < b.seat ? -1 : 1));
  const rows: BoardRow[] = [];
  tallies.forEach((t, i) => {
    const above = tallies[i - 1];
    const tied = above !== undefined && better(above, t) === 0;
    const place = tied ? (rows[i - 1] as BoardRow).rank : i + 1;
    rows.push({ seat: t.seat, rank: place, points: t.points, right: t.right, steps: t.steps });
  });
  state.board = rows;
  state.places.clear();
  for (const row of rows) state.places.set(row.seat, row);
}

function tally(state: SessionState, seat: SeatId): Tally {
  const sum: Tally = { seat, points: 0, possible: 0, right: 0, steps: 0 };
  state.steps.forEach((step, index) => {
    const worth = counts(state, index);
    if (worth === 0 || !step.present.has(seat)) return;
    const answer = step.answers.get(seat);
    sum.steps += 1;
    sum.possible += worth;
    sum.points += pointsOf(answer) ?? 0;
    sum.right += gradeOf(answer)?.right ? 1 : 0;
  });
  return sum;
}

/** Positive if `a` has the greater share; in integers, without a division. */
const better = (a: Tally, b: Tally) => a.points * b.possible - b.points * a.possible;

/** How many steps have counted so far. */
export const countedSteps = (state: SessionState): number =>
  state.steps.filter((_, index) => counts(state, index) > 0).length;

/** The points that a step gives to the board: those of a revealed one whose answers are graded. */
function counts(state: SessionState, index: number): number {
  const step = state.steps[index];
  if (step?.phase !== 'revealed' || step.activity.grades === null) return 0;
  return state.lesson.steps[index]?.points ?? 0;
}
