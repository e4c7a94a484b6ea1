import { readFileSync } from 'node:fs';
import type { Addresses, Started } from '#shared/api';
import type { Lesson } from '#shared/lessons/lesson';
import { Browser } from '../support/browser';
import { temporaryFolder } from '../support/folder';
import { launch } from './process';

/** Where a class connects to, and as whom: plain data, so that it can be handed to another process. */
export interface Session {
  readonly url: string;
  readonly build: string;
  readonly pid: number;
  readonly id: string;
  readonly cookie: string;
  readonly screenKey: string;
}

export interface School {
  readonly session: Session;
  readonly dataDir: string;
  /** Everything that the server has said so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** Variables of whoever runs this must not reach the server. */
const UNSET = { PUBLIC_URL: '', TRUST_PROXY: '', TLS_CERT: '', TLS_KEY: '', DATABASE_URL: '' };
const READY = /is running at (http:\/\/\S+)[\s\S]*\/teach\/welcome#([\w-]+)[\s\S]*Ctrl\+C/;

/** The id of the build that `dist` holds: the server takes in only pages that carry it. */
const buildId = () => readFileSync('dist/stamps/client', 'utf8');

/**
 * Starts the built server in a folder of its own, signs the first teacher up as a browser would, and starts a
 * session. `node` is the command that runs a script; `given` goes to the server's environment.
 */
export async function openSchool(
  lesson: Lesson,
  node: readonly string[],
  given: Readonly<Record<string, string>> = {},
): Promise<School> {
  const folder = temporaryFolder();
  const env = { ...UNSET, HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder.path, ...given };
  const server = await launch([...node, 'dist/server/main.js'], env, READY);
  const [, url = '', link = ''] = server.found;
  const browser = new Browser(url);
  await posted(browser, '/api/first-teacher', { link, name: 'Ada', password: 'correct horse' });
  const started = await startSession(browser, lesson);
  return {
    session: { url, build: buildId(), pid: server.pid, cookie: browser.cookie, ...started },
    dataDir: folder.path,
    output: server.output,
    stop: async () => {
      await server.stop();
      folder.remove();
    },
  };
}

/** Another session of the same teacher on the same server. */
export async function anotherSession(session: Session, lesson: Lesson): Promise<Session> {
  const browser = new Browser(session.url);
  for (const pair of session.cookie.split('; '))
    browser.cookies.set(...(pair.split('=') as [string, string]));
  return { ...session, ...(await startSession(browser, lesson)) };
}

async function startSession(browser: Browser, lesson: Lesson): Promise<Pick<Session, 'id' | 'screenKey'>> {
  const { id } = (await posted(browser, '/api/sessions', { lesson: lesson.id })) as Started;
  const { screenPath } = (await browser.get(`/api/sessions/${id}/desk`)).body as Addresses;
  return { id, screenKey: screenPath.split('#key=')[1] ?? '' };
}

async function posted(browser: Browser, path: string, body: unknown): Promise<unknown> {
  const answer = await browser.post(path, body);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
