import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RehearsalCard, SessionCard } from '#shared/api';
import { ADA, startApp, type Running } from '../../support/app';
import { temporaryDatabase } from '../../support/database';
import { lessons } from '../../support/lessons';
import { onPostgres } from '../../support/on-postgres';
import { startTwo, type Two } from '../../support/two-apps';

const LESSON = lessons[0]?.id;

describe('two servers of one installation', () => {
  let two: Two;

  beforeEach(async () => {
    two = await startTwo();
  });
  afterEach(() => two.stop());

  it('both have a list with the running session, its students and its end, and load nothing for it', async () => {
    const { one, ada, there } = two;
    const { id, code } = await two.session();
    const listed = async () => ((await there.get('/api/sessions')).body as SessionCard[])[0];
    expect(await listed()).toMatchObject({ id, code, students: 0, endedAt: null, putAside: false });
    // Whoever loads a session writes that it goes on.
    const written = await onPostgres(two.database.url, 'SELECT count(*)::int AS events FROM log_event');
    expect(written).toEqual([{ events: 1 }]);
    for (const name of ['Mira', 'Bo']) await two.join(one, code, name);
    const here = (await ada.get('/api/sessions')).body as SessionCard[];
    expect(here).toMatchObject([{ id, students: 2 }]);
    await expect.poll(listed, { timeout: 30_000 }).toMatchObject({ students: 2, endedAt: null });
    const desk = await two.desk(ada, id, code);
    expect(await desk.command({ type: 'end' })).toMatchObject({ ok: true });
    await expect.poll(async () => (await listed())?.endedAt).not.toBeNull();
    expect(await listed()).toMatchObject({ students: 2 });
  });

  it('signing out at one closes the desks at the other within moments, and so does signing out everywhere else', async () => {
    const { ada, there } = two;
    const { id, code } = await two.session();
    const desk = await two.desk(there, id, code);
    expect((await ada.post('/api/sign-out-elsewhere', null)).status).toBe(200);
    await desk.until(({ bye }) => bye !== null);
    expect(desk.bye).toEqual({ code: 'signed-out' });
    expect((await there.get('/api/sessions')).status).toBe(401);
    await there.post('/api/sign-in', ADA);
    const again = await two.desk(there, id, code);
    const same = two.one.browser();
    same.take(there.cookie);
    await same.post('/api/sign-out', null);
    await again.until(({ bye }) => bye !== null);
    expect(again.bye).toEqual({ code: 'signed-out' });
  });

  it('a sign-in at one is a sign-in at the other: the cookies of both have one name', async () => {
    const browser = two.other.browser();
    browser.take(two.ada.cookie);
    expect((await browser.get('/api/me')).body).toMatchObject({ teacher: { name: ADA.name } });
  });

  it('wrong passwords at one are wrong passwords at the other', async () => {
    const at = (server: Running, password: string) =>
      server.browser().post('/api/sign-in', { name: ADA.name, password });
    for (let i = 0; i < 10; i++)
      expect((await at(two.one, `wrong ${i}`)).body).toEqual({ code: 'sign-in-failed' });
    expect((await at(two.other, ADA.password)).body).toEqual({ code: 'too-many-guesses' });
  });

  it('what a teacher rehearses is listed by both, begins where its code leads, and ends when they rehearse elsewhere', async () => {
    const { ada, there } = two;
    const rehearsed = async (browser: typeof ada) =>
      (await browser.get('/api/rehearsals')).body as RehearsalCard[];
    const begin = async (browser: typeof ada, code: string) =>
      (await browser.post(`/api/rehearsals?room=${code}`, { lesson: LESSON })).body as { id: string };
    const { id } = await begin(ada, '345678');
    for (const browser of [ada, there])
      expect(await rehearsed(browser)).toMatchObject([{ id, code: '345678' }]);
    expect((await there.get(`/api/sessions/${id}/desk`)).body).toMatchObject({ code: '345678' });
    const desk = await two.desk(ada, id, '345678');
    const later = await begin(there, '456789');
    await desk.until(({ common }) => common?.stage.at === 'ended');
    await expect.poll(() => rehearsed(ada)).toMatchObject([{ id: later.id, code: '456789' }]);
    await (await two.desk(there, later.id, '456789')).command({ type: 'end' });
    await expect.poll(() => rehearsed(ada)).toEqual([]);
    expect(await rehearsed(there)).toEqual([]);
  });

  it('a rehearsal takes no code that a session has at any server', async () => {
    const { code } = await two.session();
    const refused = await two.there.post(`/api/rehearsals?room=${code}`, { lesson: LESSON });
    expect(refused.status).toBe(503);
  });

  it('keys of rehearsals are the same at both', async () => {
    const { id } = await two.session();
    const key = async (browser: Two['ada']) => (await browser.get(`/api/sessions/${id}/rehearsal-key`)).text;
    expect(await key(two.there)).toBe(await key(two.ada));
  });
});

it('two servers that start at once print one link that works once, and none after that', async () => {
  const database = await temporaryDatabase();
  const given = { env: { DATABASE_URL: database.url, LOG_LEVEL: 'silent' } };
  const servers = await Promise.all([startApp(given), startApp(given)]);
  const [one, other] = servers;
  const link = one.app.firstLink;
  expect(link).not.toBeNull();
  expect(other.app.firstLink).toBe(link);
  const welcome = (server: Running, name: string) =>
    server.browser().post('/api/first-teacher', { link, name, password: ADA.password });
  const told = await Promise.all([welcome(one, 'Ada'), welcome(other, 'Eve')]);
  expect(told.map(({ status }) => status).sort()).toEqual([200, 403]);
  const third = await startApp(given);
  expect(third.app.firstLink).toBeNull();
  for (const server of [...servers, third]) await server.stop();
  await database.remove();
});
