import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Addresses } from '#shared/api';
import type { DeskView, PhoneView, ScreenView } from '#shared/session/views';
import { hashPassword } from '../../../server/accounts/passwords';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { freshToken, Player } from '../../support/player';
import { sql } from '../../support/sql';
import { lessons } from '../../support/lessons';
import { roomCode } from '../../support/room-code';

let server: Running;
let ada: Browser;
let id: string;
const players: Player<never>[] = [];

beforeEach(async () => {
  server = await startApp();
  ada = await server.teacher();
  const { body } = await ada.post('/api/sessions', { lesson: lessons[0]?.id });
  ({ id } = body as { id: string });
});

afterEach(async () => {
  for (const player of players.splice(0)) player.close();
  await server.stop();
});

const keep = <P extends { close: () => void }>(player: P): P => {
  players.push(player as unknown as Player<never>);
  return player;
};

/** Who may use each route. A new route has to be written down here. */
const ROUTES: Readonly<Record<string, 'everybody' | 'teachers' | 'owner' | 'rehearsal'>> = {
  'GET /healthz': 'everybody',
  'GET /readyz': 'everybody',
  'GET /api/me': 'everybody',
  'POST /api/link': 'everybody',
  'GET /doorz': 'everybody',
  'POST /api/first-teacher': 'everybody',
  'POST /api/new-password': 'everybody',
  'POST /api/sign-in': 'everybody',
  'POST /api/sign-out': 'everybody',
  'POST /api/own-review': 'everybody',
  // A key opens the story of one session, and is asked for by that route's own tests.
  'GET /api/story': 'everybody',
  'GET /api/lesson.schema.json': 'everybody',
  // Where the projector's page was once: who knows a session's id is led to the path that names its code.
  'GET /screen/:id': 'everybody',
  // Pages whose address says what they show: a lesson in a link, and a step that an editor hands to it.
  'GET /lessons/import': 'everybody',
  'GET /teach/preview': 'everybody',
  'POST /api/sign-out-elsewhere': 'teachers',
  'GET /api/lessons': 'teachers',
  'POST /api/lessons/check': 'teachers',
  'GET /api/lessons/:id/booklet': 'teachers',
  'GET /api/lessons/:id/sheet': 'teachers',
  'GET /api/lessons/:id/file': 'teachers',
  'POST /api/lessons/preview': 'teachers',
  'POST /api/lessons/read': 'teachers',
  'POST /api/pictures': 'teachers',
  'POST /api/tables/read': 'teachers',
  'POST /api/tables/worth': 'teachers',
  'POST /api/tables/terms': 'teachers',
  // Of lessons of one's own; those of others do not exist, as the tests of these routes say.
  'GET /api/own-lessons/deleted': 'teachers',
  'GET /api/own-lessons/:id': 'teachers',
  'GET /api/own-lessons/:id/versions': 'teachers',
  'GET /api/own-lessons/:id/versions/:number': 'teachers',
  'POST /api/own-lessons': 'teachers',
  'PUT /api/own-lessons/:id': 'teachers',
  'POST /api/own-lessons/:id/delete': 'teachers',
  'POST /api/own-lessons/:id/restore': 'teachers',
  'GET /api/sessions': 'teachers',
  'POST /api/sessions': 'teachers',
  'GET /api/rehearsals': 'teachers',
  'POST /api/rehearsals': 'teachers',
  'GET /api/sessions/:id/desk': 'owner',
  'POST /api/sessions/:id/address': 'owner',
  'GET /api/sessions/:id/review': 'owner',
  'GET /api/sessions/:id/replay': 'owner',
  'GET /api/sessions/:id/replay/:seq': 'owner',
  'GET /api/sessions/:id/results.csv': 'owner',
  'GET /api/sessions/:id/results.xlsx': 'owner',
  'POST /api/sessions/:id/story': 'owner',
  'POST /api/sessions/:id/story/take-back': 'owner',
  'POST /api/sessions/:id/keep': 'owner',
  'POST /api/sessions/:id/erase': 'owner',
  'POST /api/sessions/:id/students/:seat/erase': 'owner',
  'GET /api/sessions/:id/rehearsal-key': 'owner',
  'GET /api/rehearsal/:code': 'rehearsal',
  'POST /api/rehearsal/:code': 'rehearsal',
};

/** A page: anybody may have it, and no built file holds anything of a session. */
const isPage = (route: string) => /^GET \/(\*|(play|teach)\*?|story\/\*)?$/.test(route);

/** A line of the tree that Fastify prints: how deep it is, its part of the path, its methods. */
const LINE = /^([\s│]*)[├└]── (\S+) \((.+)\)$/u;

/** What the server itself says that it has. */
function routesOf({ app }: Running): string[] {
  const parts: string[] = [];
  const lines = app.http.printRoutes({ commonPrefix: false }).split('\n');
  return lines.flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = LINE.exec(line) ?? [];
    if (part === '') return [];
    // Four characters for each level.
    parts.splice(indent.length / 4, Infinity, part);
    const path = parts.join('');
    return methods
      .split(', ')
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method} ${path}`);
  });
}

const addressed = (route: string): [string, string] => {
  const [method = '', path = ''] = route.split(' ');
  return [
    method,
    path.replace(':id', id).replace(':seat', 'somebody-here').replace(':seq', '1').replace(':number', '1'),
  ];
};

const ask = (browser: Browser, route: string) => {
  const [method, path] = addressed(route);
  if (method === 'PUT') return browser.put(path, {});
  return method === 'GET' ? browser.get(path) : browser.post(path);
};

const only = (who: string) => Object.keys(ROUTES).filter((route) => ROUTES[route] === who);

/** A second teacher, as a later version may have them: a row of their own. */
async function secondTeacher(): Promise<Browser> {
  const passwordHash = await hashPassword('correct horse');
  sql(
    server.dataDir,
    `INSERT INTO Teacher (id, name, passwordHash) SELECT 'teacher-number-two-xxx', 'Bo', '${passwordHash}'`,
  );
  const browser = server.browser();
  const { status } = await browser.post('/api/sign-in', { name: 'Bo', password: 'correct horse' });
  expect(status).toBe(200);
  return browser;
}

describe('every route of the server', () => {
  it('is written down above, with who may use it', () => {
    const routes = routesOf(server).filter((route) => !isPage(route));
    expect(routes.sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it('is signed-out for who has no cookie or one of nobody, unless it is for everybody', async () => {
    const [stranger, forger] = [server.browser(), server.browser()];
    forger.cookies.set('trainoff', freshToken());
    for (const route of [...only('teachers'), ...only('owner')])
      for (const browser of [stranger, forger])
        expect([route, await ask(browser, route)]).toMatchObject([
          route,
          { status: 401, body: { code: 'signed-out' } },
        ]);
  });

  it('of a rehearsal is refused to who has no key, and a cookie is none', async () => {
    for (const route of only('rehearsal'))
      for (const browser of [server.browser(), ada])
        expect(await ask(browser, route)).toMatchObject({ status: 403, body: { code: 'rehearsal-refused' } });
  });

  it('that is about a session says to another teacher that there is none', async () => {
    const bo = await secondTeacher();
    for (const route of only('owner'))
      expect([route, await ask(bo, route)]).toMatchObject([
        route,
        { status: 404, body: { code: 'unknown-session' } },
      ]);
    expect((await bo.get('/api/sessions')).body).toEqual([]);
  });
});

describe('a student’s secret', () => {
  it('opens no teacher’s route as a cookie, and nobody else’s own review', async () => {
    const code = await roomCode(ada, id);
    const desk = keep(
      new Player<DeskView>(
        server.base,
        { role: 'desk', session: id, code },
        { headers: { cookie: ada.cookie, origin: server.base } },
      ),
    );
    expect(await desk.arrived()).toBeNull();
    const token = freshToken();
    const phone = keep(new Player<PhoneView>(server.base, { role: 'phone', code, token }));
    expect(await phone.arrived()).toBeNull();
    expect(await phone.command({ type: 'join', name: 'Mira' })).toMatchObject({ ok: true });
    await desk.command({ type: 'end' });

    const thief = server.browser();
    thief.cookies.set('trainoff', token);
    for (const route of only('owner')) expect(await ask(thief, route)).toMatchObject({ status: 401 });
    const other = await thief.post('/api/own-review', { code, token: freshToken() });
    expect(other.body).toEqual({ code: 'seat-unknown' });
    const mine = await thief.post('/api/own-review', { code, token });
    expect(mine).toMatchObject({ status: 200, body: { name: 'Mira' } });
  });
});

describe('a socket', () => {
  it('of another page does not open, even with the teacher’s cookie', async () => {
    const headers = { cookie: ada.cookie, origin: 'http://evil.test' };
    const code = await roomCode(ada, id);
    const desk = keep(new Player<DeskView>(server.base, { role: 'desk', session: id, code }, { headers }));
    expect(await desk.arrived()).not.toBeNull();
    expect(desk.common).toBeNull();
  });

  it('of another teacher gets unknown-session, and a projector needs this session’s key', async () => {
    const bo = await secondTeacher();
    const headers = { cookie: bo.cookie, origin: server.base };
    const code = await roomCode(ada, id);
    const desk = keep(new Player<DeskView>(server.base, { role: 'desk', session: id, code }, { headers }));
    expect(await desk.arrived()).toBe('unknown-session');

    const second = (await ada.post('/api/sessions', { lesson: lessons[0]?.id })).body as { id: string };
    const theirs = (await ada.get(`/api/sessions/${second.id}/desk`)).body as Addresses;
    const key = theirs.screenPath.split('#key=')[1] ?? '';
    const screen = (session: string, room: string) =>
      keep(new Player<ScreenView>(server.base, { role: 'screen', session, key, code: room })).arrived();
    expect(await screen(id, code)).toBe('unknown-session');
    expect(await screen(second.id, code)).toBe('wrong-room');
    expect(await screen(second.id, theirs.code)).toBeNull();
  });
});
