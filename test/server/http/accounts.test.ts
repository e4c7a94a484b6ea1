import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADA, startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { sql } from '../../support/sql';

let server: Running;

const link = () => server.app.firstLink;
const stranger = { teacher: null, fresh: false };
const ada = { teacher: { name: 'Ada' }, fresh: false };

beforeEach(async () => {
  server = await startApp();
});

afterEach(() => server.stop());

describe('the one-time link', () => {
  it('makes the first teacher and signs them in', async () => {
    const browser = server.browser();
    expect((await browser.get('/api/me')).body).toEqual({ teacher: null, fresh: true });

    const welcomed = await browser.post('/api/first-teacher', { link: link(), ...ADA });

    expect(welcomed).toMatchObject({ status: 200, body: ada });
    expect((await browser.get('/api/me')).body).toEqual(ada);
  });

  it('works once', async () => {
    await server.teacher();
    const second = await server
      .browser()
      .post('/api/first-teacher', { link: link(), name: 'Eve', password: 'x'.repeat(9) });
    expect(second).toMatchObject({ status: 403, body: { code: 'link-used' } });
  });

  it('works for one of two browsers that use it at the same moment', async () => {
    const use = (name: string) =>
      server.browser().post('/api/first-teacher', { link: link(), name, password: ADA.password });
    const answers = await Promise.all([use('Ada'), use('Bo')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
  });

  it('is not used up by a password of 7 characters', async () => {
    const weak = await server
      .browser()
      .post('/api/first-teacher', { link: link(), name: 'Ada', password: '1234567' });
    expect(weak).toMatchObject({ status: 400, body: { code: 'password-weak' } });
    await server.teacher();
  });

  it('cannot be guessed: any other secret is refused', async () => {
    const guess = await server.browser().post('/api/first-teacher', { link: 'A'.repeat(43), ...ADA });
    expect(guess).toMatchObject({ status: 403, body: { code: 'link-used' } });
  });

  it('stands in no file of the data folder, and neither do the password and the token', async () => {
    const browser = await server.teacher();
    const rows = JSON.stringify([
      ...sql(server.dataDir, 'SELECT * FROM Setting'),
      ...sql(server.dataDir, 'SELECT * FROM Teacher'),
      ...sql(server.dataDir, 'SELECT * FROM SignIn'),
    ]);
    expect(rows).toContain('$argon2id$');
    for (const secret of [link() ?? '', ADA.password, ...browser.cookies.values()])
      expect(rows).not.toContain(secret);
  });
});

describe('signing in', () => {
  it('takes the name and the password', async () => {
    await server.teacher();
    const browser = server.browser();
    expect((await browser.post('/api/sign-in', ADA)).body).toEqual(ada);
    expect((await browser.get('/api/sessions')).status).toBe(200);
  });

  it.each([
    ['a wrong password', { ...ADA, password: 'wrong horse' }],
    ['a name that nobody has', { ...ADA, name: 'Nobody' }],
  ])('fails with %s, in the same words', async (_what, attempt) => {
    await server.teacher();
    const answer = await server.browser().post('/api/sign-in', attempt);
    expect(answer).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } });
  });

  it('is refused to a stranger after ten wrong passwords for a name, and other names are not', async () => {
    await server.teacher();
    const browser = server.browser();
    for (let i = 0; i < 10; i++) await browser.post('/api/sign-in', { ...ADA, password: `guess ${i}` });

    const eleventh = await browser.post('/api/sign-in', ADA);

    expect(eleventh).toMatchObject({ status: 429, body: { code: 'too-many-guesses' } });
    const other = await browser.post('/api/sign-in', { name: 'Bo', password: 'whatever' });
    expect(other.body).toEqual({ code: 'sign-in-failed' });
  });
});

/** A browser in which the teacher signed in once and is signed out. */
async function known(): Promise<Browser> {
  const browser = await server.teacher();
  await browser.post('/api/sign-out');
  return browser;
}

/** Guesses until nobody at this address is let try any more. */
async function exhaust(): Promise<void> {
  const stranger = server.browser();
  const guess = (i: number) => stranger.post('/api/sign-in', { ...ADA, password: `guess ${i}` });
  for (let i = 0; i < 10; i++) await guess(i);
  expect((await guess(11)).body).toEqual({ code: 'too-many-guesses' });
}

describe('a browser that signed in before', () => {
  it('is let in while somebody guesses at the same address', async () => {
    const browser = await known();
    await exhaust();
    const since = performance.now();
    expect((await browser.post('/api/sign-in', ADA)).body).toEqual(ada);
    expect(performance.now() - since).toBeLessThan(5_000);
  });

  it('gets another mark at each sign-in', async () => {
    const browser = await known();
    const mark = () => [...browser.cookies].find(([name]) => name.includes('device'))?.[1];
    const before = mark();
    await browser.post('/api/sign-in', ADA);
    expect(mark()).not.toBe(before);
  });

  it.each([
    ['another teacher’s name in it', (mark: string) => mark.replace(/^[^.]+/, 'A'.repeat(22))],
    ['another signature', (mark: string) => mark.slice(0, -4) + 'AAAA'],
    ['another number of revocations', (mark: string) => mark.replace('.0.', '.1.')],
    ['nothing in it', () => 'x'],
  ])('is a stranger with %s', async (_what, forged) => {
    const browser = await known();
    for (const [name, value] of browser.cookies) browser.cookies.set(name, forged(value));
    await exhaust();
    expect((await browser.post('/api/sign-in', ADA)).body).toEqual({ code: 'too-many-guesses' });
  });

  it('is a stranger once its teacher has signed out everywhere', async () => {
    const browser = await known();
    const kept = browser.cookie;
    await browser.post('/api/sign-in', ADA);
    await browser.post('/api/sign-out-elsewhere');
    await exhaust();
    const copy = await server.browser().post('/api/sign-in', ADA, { cookie: kept });
    expect(copy.body).toEqual({ code: 'too-many-guesses' });
    expect((await browser.post('/api/sign-in', ADA)).body).toEqual(ada);
  });

  it('may guess ten times there, and then as a stranger', async () => {
    const browser = await known();
    const wrong = () => browser.post('/api/sign-in', { ...ADA, password: 'not this one' });
    for (let i = 0; i < 20; i++) expect((await wrong()).body).toEqual({ code: 'sign-in-failed' });
    expect((await wrong()).body).toEqual({ code: 'too-many-guesses' });
  });

  it('that was signed in before the upgrade is known from then on', async () => {
    const browser = await server.teacher();
    for (const name of [...browser.cookies.keys()]) if (name.includes('device')) browser.cookies.delete(name);
    await browser.get('/api/me');
    await browser.post('/api/sign-out');
    await exhaust();
    expect((await browser.post('/api/sign-in', ADA)).body).toEqual(ada);
  });
});

describe('being signed in', () => {
  it('ends with signing out, also for somebody who kept the cookie', async () => {
    const browser = await server.teacher();
    const kept = browser.cookie;
    expect((await browser.post('/api/sign-out')).body).toEqual(stranger);
    expect([...browser.cookies.keys()].filter((name) => !name.includes('device'))).toEqual([]);

    const thief = await server.browser().get('/api/sessions', { cookie: kept });

    expect(thief).toMatchObject({ status: 401, body: { code: 'signed-out' } });
  });

  it('ends after 30 days', async () => {
    const browser = await server.teacher();
    const [row] = sql(server.dataDir, 'SELECT createdAt, expiresAt FROM SignIn') as Record<string, string>[];
    const lasted = Date.parse(row?.expiresAt ?? '') - Date.parse(`${row?.createdAt ?? ''}`);
    expect(Math.round(lasted / 86_400_000)).toBe(30);

    sql(server.dataDir, 'UPDATE SignIn SET expiresAt = ?', '2020-01-01T00:00:00.000+00:00');

    expect((await browser.get('/api/sessions')).body).toEqual({ code: 'signed-out' });
    expect((await browser.get('/api/me')).body).toEqual(stranger);
  });

  it('ends whole where a browser has two cookies of it, as after http and then https', async () => {
    const browser = await server.teacher();
    const [plain = ''] = [...browser.cookies.keys()];
    const other = server.browser();
    await other.post('/api/sign-in', ADA);
    browser.cookies.set(`__Host-${plain}`, other.cookies.get(plain) ?? '');
    await browser.post('/api/sign-out');
    expect((await browser.get('/api/me')).body).toEqual(stranger);
    expect(sql(server.dataDir, 'SELECT * FROM SignIn')).toEqual([]);
    expect([...browser.cookies.keys()].filter((name) => !name.includes('device'))).toEqual([]);
  });

  it('ends with another sign-in in the same browser', async () => {
    const browser = await server.teacher();
    const kept = browser.cookie;
    await browser.post('/api/sign-in', ADA);
    expect((await server.browser().get('/api/sessions', { cookie: kept })).status).toBe(401);
    expect((await browser.get('/api/sessions')).status).toBe(200);
    expect(sql(server.dataDir, 'SELECT * FROM SignIn')).toHaveLength(1);
  });

  it('ends everywhere else at one press, and goes on here', async () => {
    const browser = await server.teacher();
    const elsewhere = [server.browser(), server.browser()];
    for (const other of elsewhere) await other.post('/api/sign-in', ADA);
    expect((await browser.post('/api/sign-out-elsewhere')).body).toEqual(ada);
    for (const other of elsewhere) expect((await other.get('/api/sessions')).status).toBe(401);
    expect((await browser.get('/api/sessions')).status).toBe(200);
  });

  it('outlives a restart of the server', async () => {
    const browser = await server.teacher();
    await server.app.close();
    const again = await startApp({ folder: server.dataDir });
    const me = await again.browser().get('/api/me', { cookie: browser.cookie });
    expect(me.body).toEqual(ada);
    expect(again.app.firstLink).toBeNull();
    await again.stop();
  });
});
