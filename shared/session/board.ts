import type { SeatId } from './events';
import { gradeOf, pointsOf, type BoardRow, type Ranks, type SessionState, type Standing } from './state';

/** Events of this version and later ones belong to sessions that rank who was there for half of what counted. */
const HALF_SINCE = 5;

/** The rule of a session's own time, by the version of its first event. */
export const ranksIn = (version: number): Ranks => (version < HALF_SINCE ? 'once-present' : 'half-present');

interface Tally extends Standing {
  /** What could be won where the seat was present. */
  readonly possible: number;
}

/**
 * Ranks seats by their share of the points they could have won in the revealed steps they were present for, so that
 * who joins late is not punished for what they missed. Who was there for less than half of them has no rank yet: one
 * right answer of one is no lead. Ties share a rank.
 */
export function rank(state: SessionState): void {
  const tallies = [...state.seats.values()]
    .filter((seat) => !seat.kicked)
    .map((seat) => tally(state, seat.id))
    .filter((t) => t.steps > 0)
    .sort((a, b) => better(b, a) || b.right - a.right || (a.seat < b.seat ? -1 : 1));
  const least = state.ranks === 'half-present' ? countedSteps(state) / 2 : 0;
  state.board = ranked(tallies.filter(({ steps }) => steps >= least));
  state.places = new Map(state.board.map((row) => [row.seat, row]));
  state.beside = new Map(
    tallies.filter(({ steps }) => steps < least).map((one) => [one.seat, standing(one)]),
  );
}

function ranked(tallies: readonly Tally[]): BoardRow[] {
  const rows: BoardRow[] = [];
  tallies.forEach((t, i) => {
    const above = tallies[i - 1];
    const tied = above !== undefined && better(above, t) === 0;
    const place = tied ? (rows[i - 1] as BoardRow).rank : i + 1;
    rows.push({ ...standing(t), rank: place });
  });
  return rows;
}

const standing = ({ possible: _possible, ...rest }: Tally): Standing => rest;

function tally(state: SessionState, seat: SeatId): Tally {
  const sum = { seat, points: 0, possible: 0, right: 0, steps: 0 };
  state.steps.forEach((step, index) => {
    const worth = worthOf(state, index);
    if (worth === 0 || !step.present.has(seat)) return;
    const answer = step.answers.get(seat);
    sum.steps += 1;
    sum.possible += worth;
    sum.points += pointsOf(answer) ?? 0;
    sum.right += gradeOf(answer)?.right ? 1 : 0;
  });
  return { ...sum, share: sum.steps > 0 ? Math.floor((1_000 * sum.points) / sum.possible) : 0 };
}

/** Positive if `a` has the greater share; in integers, without a division. */
const better = (a: Tally, b: Tally) => a.points * b.possible - b.points * a.possible;

/**
 * Notes the board that the class sees now. The one before it stays until another step has counted, so that the same board
 * shown twice says the same.
 */
export function noteShown(state: SessionState): void {
  if (state.stage.at !== 'board' || !state.boardShown) return;
  const counted = countedSteps(state);
  if (state.boards.last?.counted === counted) return;
  state.boards = { before: state.boards.last, last: { counted, places: state.places } };
}

/** How many steps have counted so far. */
export function countedSteps(state: SessionState): number {
  let counted = 0;
  for (let index = 0; index < state.steps.length; index++) if (worthOf(state, index) > 0) counted += 1;
  return counted;
}

/** The points that a step gives to the board: those of a revealed one whose answers are graded. */
export function worthOf(state: SessionState, index: number): number {
  const step = state.steps[index];
  if (step?.phase !== 'revealed' || step.activity.grades === null) return 0;
  return state.lesson.steps[index]?.points ?? 0;
}
