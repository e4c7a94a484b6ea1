import { inRoom } from '#shared/room-address';
import { reviewPath } from '#shared/api';
import type { Review } from '#shared/session/review';
import { Crowd } from '../faults/crowd';
import { SteadyDesk } from '../faults/desk';
import type { Written } from '../faults/hall';
import { lecture } from '../faults/lecture';
import type { Cluster } from '../support/cluster/cluster';
import { homeOf } from './homes';
import { Projector } from './projector';
import { startSession, type Started } from './session';

/** One session of the cluster with everybody who is in it. */
export interface Room {
  readonly id: string;
  readonly code: string;
  readonly crowd: Crowd;
  readonly desk: SteadyDesk;
  readonly projector: Projector;
  /** How looking back at it tells it, once it is over. */
  readonly review: () => Promise<Review>;
  readonly written: () => Promise<Written>;
  readonly close: () => void;
}

type Log = Pick<Cluster, 'log' | 'servers'>;

/** Starts a session of the lecture. Its desk has come in. */
async function openRoom(cluster: Started & Log, phones: number, seed: string): Promise<Room> {
  const { log, teacher } = cluster;
  const { url, build, id, code, cookie, screenKey: key } = await startSession(cluster, lecture);
  const crowd = new Crowd({ url, code, build }, phones, `${seed} ${code}`);
  const desk = new SteadyDesk({ server: { base: url }, id, code, build, cookie });
  const projector = new Projector({ url, build, id, code, key });
  await desk.see(({ common }) => common !== null);
  return {
    ...{ id, code, crowd, desk, projector },
    review: async () => (await teacher.get(inRoom(reviewPath(id), code))).body as Review,
    written: async () => {
      const opened = await log();
      const [events, rows] = await Promise.all([opened.read(id), opened.names(id)]);
      await opened.close();
      return { events, names: (row) => rows.get(row) ?? '' };
    },
    close: () => {
      desk.close();
      projector.close();
      crowd.leave();
    },
  };
}

/** Sessions that are started until each server is somebody's home. */
const TRIES = 40;

/** So many sessions, with their students. Each server is the home of one of them, where there are as many. */
export async function openRooms(
  cluster: Started & Log,
  count: number,
  phones: number,
  seed: string,
): Promise<readonly Room[]> {
  const ports = cluster.servers.map(({ port }) => port);
  const homes = new Set<number>();
  const rooms: Room[] = [];
  for (let tries = 0; rooms.length < count; tries++) {
    const opened: { room?: Room } = {};
    const home = await homeOf(ports, async () => (opened.room = await openRoom(cluster, phones, seed)));
    const room = opened.room as Room;
    const missing = ports.length - homes.size;
    if (home !== null && homes.has(home) && missing >= count - rooms.length && tries < TRIES) {
      room.close();
      continue;
    }
    if (home !== null) homes.add(home);
    rooms.push(room);
  }
  for (const { crowd } of rooms) await crowd.join();
  return rooms;
}
