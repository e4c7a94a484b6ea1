import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Addresses, Started } from '#shared/api';
import type { Lesson } from '#shared/lessons/lesson';
import { SERVER_FLAGS } from '../../scripts/lib/server-flags.mjs';
import { Browser } from '../support/browser';
import { temporaryFolder } from '../support/folder';
import { launch } from './process';

/** Where a class connects to, and as whom: plain data, so that it can be handed to another process. */
export interface Session {
  readonly url: string;
  readonly build: string;
  readonly pid: number;
  readonly id: string;
  /** Of its room: what the address of every socket names. */
  readonly code: string;
  readonly cookie: string;
  readonly screenKey: string;
  /** Where the server tells how late its event loop was; null: it is not watched. */
  readonly watch: string | null;
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

/** The watch, built beside this program. */
const WATCH = fileURLToPath(new URL('watch.js', import.meta.url));

/** The id of the build that `dist` holds: the server takes in only pages that carry it. */
const buildId = () => readFileSync('dist/stamps/client', 'utf8');

interface Asked {
  /** Whether the server's event loop is watched. */
  readonly watched?: boolean;
  /** More variables for the server. */
  readonly given?: Readonly<Record<string, string>>;
}

/**
 * Starts the built server in a folder of its own, signs the first teacher up as a browser would, and starts a
 * session. `node` is the command that runs a script; `given` goes to the server's environment.
 */
export async function openSchool(
  lesson: Lesson,
  node: readonly string[],
  { watched = false, given = {} }: Asked = {},
): Promise<School> {
  const folder = temporaryFolder();
  const watch = watched ? join(folder.path, 'watch.sock') : null;
  const env = { ...UNSET, HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder.path, ...given };
  const watching = watch === null ? [] : ['--import', WATCH];
  const server = await launch(
    [...node, ...SERVER_FLAGS, ...watching, 'dist/server/main.js'],
    watch === null ? env : { ...env, TRAINOFF_WATCH: watch },
    READY,
  );
  const [, url = '', link = ''] = server.found;
  const browser = new Browser(url);
  await posted(browser, '/api/first-teacher', { link, name: 'Ada', password: 'correct horse' });
  const started = await startSession(browser, lesson);
  return {
    session: { url, build: buildId(), pid: server.pid, cookie: browser.cookie, watch, ...started },
    dataDir: folder.path,
    output: server.output,
    stop: async () => {
      await server.stop();
      folder.remove();
    },
  };
}

/** One more session of the same server. */
export async function anotherSession(session: Session, lesson: Lesson): Promise<Session> {
  return { ...session, ...(await startSession(browserOf(session), lesson)) };
}

/** The teacher's browser of a session. */
export function browserOf({ url, cookie }: Pick<Session, 'url' | 'cookie'>): Browser {
  const browser = new Browser(url);
  browser.take(cookie);
  return browser;
}

async function startSession(browser: Browser, lesson: Lesson) {
  const { id } = (await posted(browser, '/api/sessions', { lesson: lesson.id })) as Started;
  const { code, screenPath } = (await browser.get(`/api/sessions/${id}/desk`)).body as Addresses;
  return { id, code, screenKey: screenPath.split('#key=')[1] ?? '' };
}

async function posted(browser: Browser, path: string, body: unknown): Promise<unknown> {
  const answer = await browser.post(path, body);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}
