import type { Journal } from './journal';
import { processClock, type Clock } from './live/clock';
import { EmptyRooms } from './live/empty-rooms';
import { endLeftAlone } from './live/left-alone';
import { Roll, tellAside, toldAside } from './live/roll';
import { Rooms } from './live/rooms';
import type { SessionSummary } from './live/summary';
import { endedAt, mendSessions } from './storage/mend';
import type { Stores } from './stores';
import type { Render } from './words/scribe';
import type { Reckon, Train } from './workers/pool';

/** The live sessions of this server, whose list is kept in step with their log. */
export interface Classroom {
  readonly rooms: Rooms;
  /** The sessions that cannot be read: here, or, where others share the log, on any server. */
  readonly asides: () => Promise<ReadonlySet<string>>;
  /** Resolves once it has been looked which sessions everybody has left, as is done now and then. */
  readonly looked: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** By which clocks it is told that everybody has left a session. */
interface Time {
  readonly clock: Clock;
  readonly today: () => Date;
}

const processTime: Time = { clock: processClock, today: () => new Date() };

/** Where sessions stand. `shared`: other servers may use it too. */
interface Kept extends Pick<Stores, 'log' | 'storage'> {
  readonly shared: boolean;
}

/** Who does what takes long; without `reckon` each room reckons its class itself, without `render` texts stand as they are written. */
interface Workers {
  readonly train: Train;
  readonly reckon?: Reckon;
  readonly render?: Render;
}

/** Rebuilds every running session, or puts it aside; `onBug` hears of an end that could not be listed (a restart mends it). */
export async function openClassroom(
  { log, storage, shared }: Kept,
  { train, reckon, render }: Workers,
  journal: Journal,
  onBug: (error: unknown) => void,
  { clock, today }: Time = processTime,
): Promise<Classroom> {
  const { sessions } = storage;
  // In their order: an end that is taken back must not be listed after that.
  let listed = Promise.resolve();
  const list = (write: () => Promise<void>) => (listed = listed.then(write).catch(onBug));
  const end = async (summary: SessionSummary, now: Date) => {
    const { id, students, meanScore } = summary;
    await sessions.end(id, endedAt(summary, await sessions.get(id), now), { students, meanScore });
  };
  const onEnded = (summary: SessionSummary) => {
    const now = today();
    void list(() => end(summary, now));
  };
  const onTakenUp = (id: string) => void list(() => sessions.takeUp(id));
  const rooms = await Rooms.open({
    ...{ log, lazy: shared, clock, train, reckon, render, onEnded, onTakenUp },
    onAway: onBug,
    onSeen: (id) => void sessions.active(id, today()).catch(onBug),
    teachersName: async (id) => (await storage.teachers.withId(id))?.name ?? null,
    onPutAside: (aside) => {
      const { session, why, seq } = aside;
      journal({ event: 'session-put-aside', session, why, seq });
      if (shared) void tellAside(storage.settings)(aside).catch(onBug);
    },
    onOutrun: (session) => journal({ event: 'room-outrun', session }),
    onNewer: ({ session, seq }) => journal({ event: 'session-newer', session, seq }),
  });
  const { aside } = rooms;
  // Nothing is wrong with what a newer build has written where servers share the log: one of them will mend it.
  const unlessNewer: Pick<typeof aside, 'has' | 'put'> = {
    has: (session) => aside.has(session),
    put: (unread) => unread.why !== 'newer-event' && aside.put(unread),
  };
  const mend = () => mendSessions({ log, aside: shared ? unlessNewer : aside, storage, shared });
  await mend();
  const elsewhere = async (now: Date, ends: boolean) => {
    await mend();
    if (ends) await endLeftAlone({ log, rooms, sessions }, now);
  };
  const emptyRooms = new EmptyRooms({
    ...{ rooms, sessions, clock, today, onBug },
    ...(shared && { elsewhere }),
  });
  const roll = shared ? new Roll({ rooms, sessions, settings: storage.settings, clock, onBug }) : null;
  const asides = async () => {
    const here = rooms.aside.all();
    return shared ? new Set([...here, ...(await toldAside(storage.settings))]) : here;
  };
  const close = async () => {
    await roll?.close();
    await emptyRooms.close();
    await rooms.close();
    await listed;
  };
  return { rooms, asides, looked: () => emptyRooms.looked(), close };
}
