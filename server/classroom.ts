import type { Journal } from './journal';
import { Rooms } from './live/rooms';
import type { SessionSummary } from './live/summary';
import { mendSessions } from './storage/mend';
import type { Stores } from './stores';
import type { Train } from './workers/pool';

/** The live sessions of this server, whose list is kept in step with their log. */
export interface Classroom {
  readonly rooms: Rooms;
  readonly close: () => Promise<void>;
}

/** Rebuilds every running session, or puts it aside; `onBug` hears of an end that could not be listed (a restart mends it). */
export async function openClassroom(
  { log, storage }: Stores,
  train: Train,
  journal: Journal,
  onBug: (error: unknown) => void,
): Promise<Classroom> {
  const { sessions } = storage;
  // In their order: an end that is taken back must not be listed after that.
  let listed = Promise.resolve();
  const list = (write: () => Promise<void>) => (listed = listed.then(write).catch(onBug));
  const onEnded = ({ id, students, meanScore, ranUntil }: SessionSummary) => {
    const now = new Date();
    // A wall clock that was put back must not end a session before it began.
    void list(() => sessions.end(id, now > ranUntil ? now : ranUntil, { students, meanScore }));
  };
  const onTakenUp = (id: string) => void list(() => sessions.takeUp(id));
  const rooms = await Rooms.open({
    ...{ log, train, onEnded, onTakenUp },
    onPutAside: ({ session, why, seq }) => journal({ event: 'session-put-aside', session, why, seq }),
  });
  await mendSessions(log, rooms, storage);
  const close = async () => {
    await rooms.close();
    await listed;
  };
  return { rooms, close };
}
