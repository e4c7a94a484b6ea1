import type { Rooms } from '../live/rooms';
import type { Hearer, Told } from '../storage/news';
import type { SessionLog } from '../storage/log/port';
import type { Pool } from '../workers/pool';
import type { Archive } from './archive';

interface HearingPorts {
  readonly rooms: Pick<Rooms, 'get' | 'seal' | 'drop' | 'running'>;
  readonly log: Pick<SessionLog, 'names'>;
  readonly archive: Pick<Archive, 'forget' | 'forgetAll'>;
  readonly jobs: Pick<Pool, 'forget'>;
  readonly onBug: (error: unknown) => void;
}

/** What becomes of what this server has in memory when another one has erased something. */
export function erasures({ rooms, log, archive, jobs, onBug }: HearingPorts): Hearer {
  const forget = async (told: Told) => {
    if (told.what !== 'student' && told.what !== 'session') return;
    const { session } = told;
    const forgotten = archive.forget(session);
    if (told.what === 'student') {
      await rooms.get(session)?.forget(told.rows, told.seat);
      await jobs.forget(session, 'some');
    } else if (await rooms.seal(session)) {
      await rooms.drop(session);
      await jobs.forget(session, 'all');
    }
    await forgotten;
  };

  /** Of a session that is played here whatever is shown, and the log has no more. */
  const compare = async () => {
    for (const room of await rooms.running()) {
      // First what is shown: who comes in meanwhile has not been erased.
      const shown = await room.named();
      const kept = await log.names(room.id);
      const erased = [...shown].filter(([row]) => !kept.has(row));
      for (const [row, seat] of erased) await room.forget([row], seat);
      if (erased.length > 0) await jobs.forget(room.id, 'some');
    }
  };

  return {
    told: (told) => void forget(told).catch(onBug),
    missed: () => void Promise.all([archive.forgetAll(), compare()]).catch(onBug),
  };
}
