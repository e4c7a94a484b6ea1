import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SessionCard, Started } from '#shared/api';
import type { Lesson } from '#shared/lessons/lesson';
import type { LoggedEvent } from '#shared/session/events';
import type { Address } from '../../demo/phone';
import { openLog } from '../../server/storage/log/open';
import type { SessionLog } from '../../server/storage/log/port';
import { Browser } from '../support/browser';
import { builtId, startServer, type RunningServer } from '../support/server';

/** What the log's files say of a session, read while no server runs. */
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
}

/** The teacher. */
export const ADA = { name: 'Ada', password: 'correct horse' };

/** `dataDir`: where the databases stand, if not in a temporary folder. */
export async function openHall(
  lesson: Lesson,
  env: Readonly<Record<string, string>> = {},
  dataDir?: string,
): Promise<Hall> {
  const server = await startServer({ env, ...(dataDir === undefined ? {} : { dataDir }) });
  const teacher = new Browser(server.base);
  await posted(teacher, '/api/first-teacher', { link: server.firstLink(), ...ADA });
  const { id } = (await posted(teacher, '/api/sessions', { document: lesson })) as Started;
  const cards = (await teacher.get('/api/sessions')).body as readonly SessionCard[];
  const code = cards.find((card) => card.id === id)?.code ?? '';
  const build = builtId();
  return {
    ...{ server, lesson, id, code, build, cookie: teacher.cookie },
    address: { url: server.base, code, build },
    written: () => read(server.dataDir, id),
  };
}

async function posted(browser: Browser, path: string, body: unknown): Promise<unknown> {
  const answer = await browser.post(path, body);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/** The log in a folder of which no server runs. */
export const openDisk = (dataDir: string): Promise<SessionLog> =>
  openLog(dataDir, pathToFileURL(`${resolve('dist/server')}/`));

async function read(dataDir: string, id: string): Promise<Written> {
  const log = await openDisk(dataDir);
  const [events, rows] = await Promise.all([log.read(id), log.names(id)]);
  await log.close();
  return { events, names: (row) => rows.get(row) ?? '' };
}
