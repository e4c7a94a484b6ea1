import type { SessionCard, Started } from '#shared/api';
import type { Lesson } from '#shared/lessons/lesson';
import type { LoggedEvent } from '#shared/session/events';
import type { Address } from '../../demo/phone';
import type { SessionLog } from '../../server/storage/log/port';
import { Browser } from '../support/browser';
import { builtId, startServer, type RunningServer } from '../support/server';
import { keeping, type Keeping } from './keeping';

/** What the log says of a session, read while no server runs. */
export interface Written {
  readonly events: readonly LoggedEvent[];
  readonly names: (row: string) => string;
}

/** A built server that can be killed and started again, its teacher, and one session. */
export interface Hall {
  readonly server: RunningServer;
  readonly lesson: Lesson;
  readonly id: string;
  readonly code: string;
  readonly build: string;
  readonly cookie: string;
  /** Where a phone calls. */
  readonly address: Address;
  readonly written: () => Promise<Written>;
  readonly kept: Keeping;
}

/** The teacher. */
export const ADA = { name: 'Ada', password: 'correct horse' };

/** `dataDir`: where the databases stand, if not in a temporary folder. */
export async function openHall(
  lesson: Lesson,
  env: Readonly<Record<string, string>> = {},
  dataDir?: string,
): Promise<Hall> {
  const kept = await keeping();
  const given = dataDir === undefined ? {} : { dataDir };
  const server = await startServer({ env: { ...kept.env, ...env }, ...given });
  const teacher = new Browser(server.base);
  await posted(teacher, '/api/first-teacher', { link: server.firstLink(), ...ADA });
  const { id } = (await posted(teacher, '/api/sessions', { document: lesson })) as Started;
  const cards = (await teacher.get('/api/sessions')).body as readonly SessionCard[];
  const code = cards.find((card) => card.id === id)?.code ?? '';
  const build = builtId();
  return {
    ...{ server, lesson, id, code, build, cookie: teacher.cookie },
    address: { url: server.base, code, build },
    written: async () => read(await kept.open(server.dataDir), id),
    kept,
  };
}

async function posted(browser: Browser, path: string, body: unknown): Promise<unknown> {
  const answer = await browser.post(path, body);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

async function read(log: SessionLog, id: string): Promise<Written> {
  const [events, rows] = await Promise.all([log.read(id), log.names(id)]);
  await log.close();
  return { events, names: (row) => rows.get(row) ?? '' };
}
