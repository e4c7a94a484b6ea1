import type { Clock } from '../live/clock';
import type { Sessions } from './prisma/sessions';

export interface RetentionPorts {
  readonly sessions: Pick<Sessions, 'endedBefore'>;
  /** Erases a session; false if it has to be tried again. */
  readonly erase: (session: string) => Promise<boolean>;
  /** Days from a session's end to its deletion; null: nothing is ever deleted. */
  readonly days: number | null;
  readonly clock: Clock;
  /** The wall clock: what dates are compared with. */
  readonly today: () => Date;
  readonly onBug: (error: unknown) => void;
}

const DAY = 86_400_000;

/** When a session that ended then is deleted. */
export const deletionOf = (endedAt: Date, days: number): Date => new Date(endedAt.getTime() + days * DAY);

/** Deletes sessions that are older than they may get, at once and then every day; answers what ends that. */
export function retain({ sessions, erase, days, clock, today, onBug }: RetentionPorts): () => Promise<void> {
  if (days === null) return () => Promise.resolve();
  let stopped = false;
  let under: Promise<void> = Promise.resolve();
  let cancel: () => void = () => undefined;
  const sweep = async () => {
    for (const { id } of await sessions.endedBefore(new Date(today().getTime() - days * DAY)))
      if (!stopped) await erase(id);
  };
  const daily = () => {
    under = sweep().catch(onBug);
    cancel = clock.after(DAY, daily);
  };
  daily();
  return async () => {
    stopped = true;
    cancel();
    await under;
  };
}
