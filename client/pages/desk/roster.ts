import { isOver, paced } from '#shared/session/conductor/time';
import type { DeskView, RosterRow } from '#shared/session/views';
import { isReading } from '../../live/time-left';

/** The quiet mark beside a name: how it went once that is shown, before that who has answered. */
export type Mark = 'answered' | 'tapped' | 'here' | 'away' | 'right' | 'partial' | 'wrong';

export type Filter = 'all' | 'waiting' | 'away';

export const filters: readonly Filter[] = ['all', 'waiting', 'away'];

export function markOf({ here, answered, sentBy, verdict }: RosterRow): Mark {
  if (verdict === 'right' || verdict === 'partial' || verdict === 'wrong') return verdict;
  // Nobody has sent anything where there was only something to tap.
  if (answered) return sentBy === null ? 'tapped' : 'answered';
  return here ? 'here' : 'away';
}

/** Who is in class and owes an answer to the open step. */
export const stuck = (rows: readonly RosterRow[]): readonly RosterRow[] =>
  rows.filter((row) => !row.kicked && row.here && !row.answered);

/**
 * Who is in class and owes what the step on stage asks for; null while the task is read, when nobody is stuck yet. `openedAt`:
 * when its answering began, for a step without a countdown.
 */
export function owing(
  rows: readonly RosterRow[],
  { step, openedAt }: Pick<DeskView, 'step' | 'openedAt'>,
  now: number,
): readonly RosterRow[] | null {
  const countdown = step?.phase === 'open' ? step.countdown : null;
  const reading = countdown ? isReading(countdown, now) : openedAt !== null && now < openedAt;
  return reading ? null : stuck(rows);
}

/** Whether everybody in class has answered the open step. */
export function allAnswered(rows: readonly RosterRow[], step: DeskView['step']): boolean {
  if (step?.phase !== 'open' || step.counts === null) return false;
  return rows.some((row) => row.here && !row.kicked) && stuck(rows).length === 0;
}

/** Percent of who is in class from which on the others need not be waited for much longer. */
const MOST_ARE_IN = 70;

/** How many percent of the class have answered the open step, once that is 70; null: fewer have. */
export function shareToClose(rows: readonly RosterRow[], step: DeskView['step']): number | null {
  if (step?.phase !== 'open' || step.counts === null) return null;
  const inClass = rows.filter((row) => row.here && !row.kicked);
  if (inClass.length === 0) return null;
  const share = Math.floor((100 * inClass.filter(({ answered }) => answered).length) / inClass.length);
  return share >= MOST_ARE_IN ? share : null;
}

/** For whom the step on stage stays open at the time `now`, although the class's time is over. */
export function withTime(
  rows: readonly RosterRow[],
  { waits, step }: Pick<DeskView, 'waits' | 'step'>,
  now: number,
): readonly RosterRow[] {
  const countdown = step?.countdown;
  if (!countdown) return [];
  return rows.filter(({ seat, kicked, answered, pace }) => {
    const done = answered && step.counts === 'first';
    const own = paced(countdown, pace);
    return waits.includes(seat) && !kicked && !done && (own === null || !isOver(own, now));
  });
}

const passes: Readonly<Record<Filter, (row: RosterRow) => boolean>> = {
  all: () => true,
  waiting: (row) => row.here && !row.answered,
  away: (row) => !row.here,
};

/** The class without those who were sent out, by name, narrowed by a filter and a piece of a name. */
export function listed(
  rows: readonly RosterRow[],
  filter: Filter,
  piece: string,
  collator: Intl.Collator,
): readonly RosterRow[] {
  const wanted = folded(piece.trim());
  return rows
    .filter((row) => !row.kicked && passes[filter](row) && folded(row.name).includes(wanted))
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** Upper and lower case and accents do not matter when looking for a name. */
const folded = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
