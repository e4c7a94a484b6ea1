import { inRoom } from '#shared/room-address';
import { reviewPath } from '#shared/api';
import type { Review } from '#shared/session/review';
import { Crowd } from '../faults/crowd';
import { SteadyDesk } from '../faults/desk';
import type { Written } from '../faults/hall';
import { lecture } from '../faults/lecture';
import type { Cluster } from '../support/cluster/cluster';
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

type Log = Pick<Cluster, 'log'>;

/** Starts a session of the lecture, and has `phones` students come in. */
export async function openRoom(cluster: Started & Log, phones: number, seed: string): Promise<Room> {
  const { log, teacher } = cluster;
  const { url, build, id, code, cookie, screenKey: key } = await startSession(cluster, lecture);
  const crowd = new Crowd({ url, code, build }, phones, `${seed} ${code}`);
  const desk = new SteadyDesk({ server: { base: url }, id, code, build, cookie });
  const projector = new Projector({ url, build, id, code, key });
  await crowd.join();
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
