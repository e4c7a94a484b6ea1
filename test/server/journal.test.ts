import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, it } from 'vitest';
import type { Addresses } from '#shared/api';
import { Browser } from '../support/browser';
import { freshToken } from '../support/player';
import { startServer, type RunningServer } from '../support/server';
import { FIRST_ANSWER, teach } from '../support/taught';

let server: RunningServer;

afterEach(() => server.remove());

const TEACHER = { name: 'Zenobia Quillfeather', password: 'a pass phrase like no other' };
const STUDENT = 'Xanthippe Nightjar';

interface Line {
  readonly level: string;
  readonly time: string;
  readonly event: string;
  readonly session?: string;
}

const lines = () =>
  server
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** Nothing can be written to the log's file while `during` is under way. */
async function withDiskBusy(during: () => Promise<void>): Promise<void> {
  const other = new Database(join(server.dataDir, 'log.db'));
  other.exec('BEGIN IMMEDIATE');
  await during();
  other.exec('ROLLBACK');
  other.close();
}

it('tells a whole session in lines of JSON, and nothing in them names, opens or finds anybody', async () => {
  server = await startServer({ env: { LOG_LEVEL: 'info' } });
  const banner = server.printed();
  const { browser, id, code, seated, drive } = await teach(server, TEACHER);
  const token = freshToken();
  const ticket = freshToken();
  const phone = await seated(STUDENT, token);
  const seat = phone.own?.seat ?? '';
  const lobby = { at: 'lobby' } as const;
  const first = { at: 'step', step: 0 } as const;
  await drive({ type: 'issue-ticket', seat, ticket }, { type: 'go', from: lobby, to: first });
  await drive({ type: 'open', step: 0 });
  const guess = { name: TEACHER.name, password: 'a guess that is wrong' };
  const stranger = new Browser(server.base);
  for (let tries = 0; tries < 12; tries++) await stranger.post('/api/sign-in', guess);
  await withDiskBusy(async () => {
    expect(await phone.command(FIRST_ANSWER)).toMatchObject({ code: 'storage-failed' });
  });
  await drive({ type: 'close', step: 0 }, { type: 'end' });
  const { screenPath } = (await browser.get(`/api/sessions/${id}/desk`)).body as Addresses;
  const secrets = [server.firstLink() ?? '', ...browser.cookies.values(), screenPath.split('=')[1] ?? ''];
  expect(await server.stop()).toMatchObject({ code: 0 });

  expect(lines().map(({ event }) => event)).toEqual([
    'server-started',
    'session-started',
    'guesses-throttled',
    'storage-failed',
    'storage-recovered',
    'session-ended',
    'server-stopping',
    'server-stopped',
  ]);
  const [start, session] = lines();
  expect(start).toMatchObject({ level: 'info', port: server.port, node: process.versions.node, running: 0 });
  expect(start).toHaveProperty('version', expect.stringMatching(/^\d+\.\d+\.\d+$/));
  expect(session).toEqual({ level: 'info', time: session?.time, event: 'session-started', session: id });
  expect(server.printed()).toBe(banner);
  const never = [TEACHER.name, TEACHER.password, guess.password, STUDENT, 'Xanthippe', token, ticket, code];
  const found = [...never, ...secrets, seat, '127.0.0.1'].filter((text) => server.log().includes(text));
  expect(secrets.filter((text) => text.length < 20)).toEqual([]);
  expect(found).toEqual([]);
});

it('unless asked, a server in which nothing goes wrong writes no line at all', async () => {
  server = await startServer();
  const { drive } = await teach(server);
  await drive({ type: 'end' });
  await server.stop();
  expect(server.log()).toBe('');
});
