import { DAY, daily, type DailyPorts } from './daily';
import type { Lessons } from './prisma/lessons';
import type { Sessions } from './prisma/sessions';

interface Days extends DailyPorts {
  /** The wall clock: what dates are compared with. */
  readonly today: () => Date;
}

export interface RetentionPorts extends Days {
  readonly sessions: Pick<Sessions, 'endedBefore'>;
  /** Erases a session; false if it has to be tried again. */
  readonly erase: (session: string) => Promise<boolean>;
  /** Days from a session's end to its deletion; null: nothing is ever deleted. */
  readonly days: number | null;
}

export interface PutAwayPorts extends Days {
  readonly lessons: Pick<Lessons, 'removeAway'>;
}

/** Days for which a lesson that its teacher put away can be taken back. */
export const PUT_AWAY_DAYS = 30;

/** When a session that ended then is deleted. */
export const deletionOf = (endedAt: Date, days: number): Date => new Date(endedAt.getTime() + days * DAY);

const daysAgo = (today: Date, days: number): Date => new Date(today.getTime() - days * DAY);

/** Deletes sessions that are older than they may get, day by day; answers what ends that. */
export function retain({ sessions, erase, days, today, ...ports }: RetentionPorts): () => Promise<void> {
  if (days === null) return () => Promise.resolve();
  return daily(ports, 'retention', async (stopped) => {
    for (const { id } of await sessions.endedBefore(daysAgo(today(), days))) if (!stopped()) await erase(id);
  });
}

/** Removes lessons that were put away so long ago that nobody can take them back; answers what ends that. */
export const clearAway = ({ lessons, today, ...ports }: PutAwayPorts): (() => Promise<void>) =>
  daily(ports, 'put-away', async () => {
    await lessons.removeAway(daysAgo(today(), PUT_AWAY_DAYS));
  });
