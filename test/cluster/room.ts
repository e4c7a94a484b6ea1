import { inRoom } from '#shared/room-address';
import { reviewPath } from '#shared/api';
import type { Review } from '#shared/session/review';
import { Crowd } from '../faults/crowd';
import { deskOf, SteadyDesk } from '../faults/desk';
import type { Written } from '../faults/hall';
import { lecture } from '../faults/lecture';
import type { DeskView } from '#shared/session/views';
import type { Player } from '../support/player';
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
  /** The number of the server that it is on, of those at these ports; null where the machine does not tell. */
  readonly home: (ports: readonly number[]) => Promise<number | null>;
  /** How looking back at it tells it, once it is over. */
  readonly review: () => Promise<Review>;
  readonly written: () => Promise<Written>;
  readonly close: () => void;
}

type Log = Pick<Cluster, 'log' | 'servers'>;

/** Starts a session of the lecture. */
async function openRoom(cluster: Started & Log, phones: number, seed: string): Promise<Room> {
  const { log, teacher } = cluster;
  const { url, build, id, code, cookie, screenKey: key } = await startSession(cluster, lecture);
  const crowd = new Crowd({ url, code, build }, phones, `${seed} ${code}`);
  const driven = { server: { base: url }, id, code, build, cookie };
  const desk = new SteadyDesk(driven);
  const projector = new Projector({ url, build, id, code, key });
  return {
    ...{ id, code, crowd, desk, projector },
    home: async (ports) => {
      const lines: Player<DeskView>[] = [];
      const home = await homeOf(ports, async () => {
        const line = deskOf(driven);
        lines.push(line);
        await line.arrived();
      });
      for (const line of lines) line.close();
      return home;
    },
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
    const room = await openRoom(cluster, phones, seed);
    const home = await room.home(ports);
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
