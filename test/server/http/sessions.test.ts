import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionCard } from '#shared/api';
import type { LessonCard } from '#shared/lessons/api';
import type { Review } from '#shared/session/review';
import { hashPassword } from '../../../server/accounts/passwords';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { freshToken, Player } from '../../support/player';
import { sql } from '../../support/sql';
import { lessons } from '../../support/lessons';
import { roomCode } from '../../support/room-code';

let server: Running;
let teacher: Browser;
let players: { close: () => void }[];

beforeEach(async () => {
  players = [];
  server = await startApp();
  teacher = await server.teacher();
});

afterEach(async () => {
  for (const player of players) player.close();
  await server.stop();
});

const [lesson] = lessons;

async function start(browser = teacher): Promise<string> {
  const { status, body } = await browser.post('/api/sessions', { lesson: lesson?.id });
  expect(status).toBe(200);
  return (body as { id: string }).id;
}

async function listed(id: string, browser = teacher): Promise<SessionCard | undefined> {
  const { body } = await browser.get('/api/sessions');
  return (body as SessionCard[]).find((card) => card.id === id);
}

/** A second teacher, put into the database as an administrator would. */
async function bo(): Promise<Browser> {
  const passwordHash = await hashPassword('battery staple');
  sql(
    server.dataDir,
    'INSERT INTO Teacher (id, name, passwordHash) VALUES (?, ?, ?)',
    'bo',
    'Bo',
    passwordHash,
  );
  const browser = server.browser();
  expect((await browser.post('/api/sign-in', { name: 'Bo', password: 'battery staple' })).status).toBe(200);
  return browser;
}

function keep<P extends Player>(player: P): P {
  players.push(player);
  return player;
}

const phone = (code: string) => keep(new Player(server.base, { role: 'phone', code, token: freshToken() }));

async function desk(session: string, { cookie } = teacher) {
  const code = await roomCode(teacher, session);
  const headers = { cookie, origin: server.base };
  return keep(new Player(server.base, { role: 'desk', session, code }, { headers }));
}

async function seated(code: string, name: string) {
  const player = phone(code);
  expect(await player.arrived()).toBeNull();
  expect(await player.command({ type: 'join', name })).toMatchObject({ ok: true });
}

/** Plays to the end without opening a step. */
async function end(session: string) {
  const host = await desk(session);
  expect(await host.arrived()).toBeNull();
  expect(await host.command({ type: 'end' })).toMatchObject({ ok: true });
}

describe('the lessons', () => {
  it('are listed with their steps, and without a word of their answers', async () => {
    const { body, text } = await teacher.get('/api/lessons');
    const cards = body as LessonCard[];
    expect(cards.map(({ id }) => id)).toEqual(lessons.map(({ id }) => id));
    expect(cards[0]?.steps).toHaveLength(lesson?.steps.length ?? 0);
    for (const [index, { short = [], steps }] of lessons.entries())
      expect(cards[index]?.steps.map(({ star }) => star)).toEqual(steps.map(({ id }) => short.includes(id)));
    expect(cards.flatMap(({ steps }) => steps).filter(({ star }) => star).length).toBeGreaterThan(0);
    for (const step of lesson?.steps ?? []) expect(text).not.toContain(step.explanation.it);
  });
});

describe('a session', () => {
  it('is listed from its start, with a code by which phones come in', async () => {
    const id = await start();
    const card = await listed(id);
    expect(card).toMatchObject({ title: lesson?.title, endedAt: null, students: 0, meanScore: null });
    expect(card?.code).toMatch(/^\d{6}$/);

    await seated(card?.code ?? '', 'Mira');

    expect(await listed(id)).toMatchObject({ students: 1 });
  });

  it('is listed as over after its end, with its students', async () => {
    const id = await start();
    const code = (await listed(id))?.code ?? '';
    await seated(code, 'Mira');
    await end(id);

    const card = await listed(id);

    expect(card).toMatchObject({ students: 1, meanScore: null });
    expect(Date.parse(card?.endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(card?.createdAt ?? ''));
  });

  it('does not end before it began, also if the wall clock is put back meanwhile', async () => {
    const id = await start();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 300_000 });
    await end(id);
    vi.useRealTimers();

    const card = await listed(id);

    expect(Date.parse(card?.endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(card?.createdAt ?? ''));
  });

  it('is listed before older ones', async () => {
    const older = await start();
    sql(server.dataDir, 'UPDATE Session SET createdAt = ?', '2020-01-01T00:00:00.000+00:00');
    const newer = await start();
    const { body } = await teacher.get('/api/sessions');
    expect((body as SessionCard[]).map(({ id }) => id)).toEqual([newer, older]);
  });

  it('does not exist for another teacher: not in the list, the desk, the address, the review, nor on a socket', async () => {
    const id = await start();
    const other = await bo();
    const unknown = { status: 404, body: { code: 'unknown-session' } };

    expect(await listed(id, other)).toBeUndefined();
    expect(await other.get(`/api/sessions/${id}/desk`)).toMatchObject(unknown);
    expect(await other.get(`/api/sessions/${id}/review`)).toMatchObject(unknown);
    expect(await other.post(`/api/sessions/${id}/address`, { address: server.base })).toMatchObject(unknown);
    expect(await (await desk(id, other)).arrived()).not.toBeNull();
  });

  it('is reviewed from its log, with the names of who was there', async () => {
    const id = await start();
    await seated((await listed(id))?.code ?? '', 'Mira');
    await end(id);

    const { status, body } = await teacher.get(`/api/sessions/${id}/review`);

    const review = body as Review;
    expect(status).toBe(200);
    expect(review).toMatchObject({ title: lesson?.title, ended: true });
    expect(review.steps).toHaveLength(lesson?.steps.length ?? 0);
    expect(review.students.map(({ name }) => name)).toEqual(['Mira']);
  });

  it('that is over tells a phone so by its code, also after a restart', async () => {
    const id = await start();
    const code = (await listed(id))?.code ?? '';
    await end(id);
    expect(await phone(code).arrived()).toBe('session-ended');

    await server.app.close();
    const again = await startApp({ folder: server.dataDir });
    const late = new Player(again.base, { role: 'phone', code, token: freshToken() });
    expect(await late.arrived()).toBe('session-ended');
    late.close();
    await again.stop();
  });
});

describe('the list of sessions after a crash between two writes', () => {
  const restarted = async (mend: () => void) => {
    await server.app.close();
    mend();
    const again = await startApp({ folder: server.dataDir });
    const { body } = await again.browser().get('/api/sessions', { cookie: teacher.cookie });
    await again.stop();
    return body;
  };

  it('has the session whose start it missed', async () => {
    const id = await start();
    const before = await listed(id);
    const cards = await restarted(() => sql(server.dataDir, 'DELETE FROM Session'));
    expect(cards).toMatchObject([{ id, code: before?.code, title: lesson?.title, endedAt: null }]);
  });

  it('has the end that it missed', async () => {
    const id = await start();
    await seated((await listed(id))?.code ?? '', 'Mira');
    await end(id);
    const cards = await restarted(() =>
      sql(server.dataDir, 'UPDATE Session SET endedAt = NULL, students = NULL, meanScore = NULL'),
    );
    expect(cards).toMatchObject([{ id, students: 1, meanScore: null }]);
    expect(cards).not.toMatchObject([{ endedAt: null }]);
  });

  it('starts also without the teacher of a running session, as when somebody deleted the tables', async () => {
    await start();
    expect(await restarted(() => sql(server.dataDir, 'DELETE FROM Teacher'))).toEqual({ code: 'signed-out' });
  });

  it('leaves a running session running', async () => {
    const id = await start();
    const cards = await restarted(() => undefined);
    expect(cards).toMatchObject([{ id, endedAt: null }]);
  });
});
