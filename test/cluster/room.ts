import { inRoom } from '#shared/room-address';
import { reviewPath, type Addresses, type SessionCard, type Started } from '#shared/api';
import type { Review } from '#shared/session/review';
import { Crowd } from '../faults/crowd';
import { SteadyDesk } from '../faults/desk';
import type { Written } from '../faults/hall';
import { lecture } from '../faults/lecture';
import type { Browser } from '../support/browser';
import type { Cluster } from '../support/cluster/cluster';
import { builtId } from '../support/server';
import { Projector } from './projector';

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

type Of = Pick<Cluster, 'url' | 'log' | 'teacher'>;

/** Starts a session of the lecture, and has `phones` students come in. */
export async function openRoom({ url, log, teacher }: Of, phones: number, seed: string): Promise<Room> {
  const build = builtId();
  const { id } = (await posted(teacher, '/api/sessions', { document: lecture })) as Started;
  const cards = (await teacher.get('/api/sessions')).body as readonly SessionCard[];
  const code = cards.find((card) => card.id === id)?.code ?? '';
  const at = (path: string) => inRoom(path, code);
  const { screenPath } = (await teacher.get(at(`/api/sessions/${id}/desk`))).body as Addresses;
  const crowd = new Crowd({ url, code, build }, phones, `${seed} ${code}`);
  const desk = new SteadyDesk({ server: { base: url }, id, code, build, cookie: teacher.cookie });
  const key = screenPath.split('#key=')[1] ?? '';
  const projector = new Projector({ url, build, id, code, key });
  await crowd.join();
  return {
    ...{ id, code, crowd, desk, projector },
    review: async () => (await teacher.get(at(reviewPath(id)))).body as Review,
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

async function posted(browser: Browser, path: string, body: unknown): Promise<unknown> {
  const answer = await browser.post(path, body);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
