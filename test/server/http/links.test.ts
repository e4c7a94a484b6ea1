import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADA, startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { runScript } from '../../support/script';
import { sql } from '../../support/sql';

const NEW = 'a new horse';

let server: Running;
let ada: Browser;

beforeEach(async () => {
  server = await startApp();
  ada = await server.teacher();
});

afterEach(() => server.stop());

const teacher = (...args: string[]) => runScript('teacher', args, server.dataDir);
const what = async (link: string) => (await server.browser().post('/api/link', { link })).body;
const setPassword = (link: string, password = NEW, browser = server.browser()) =>
  browser.post('/api/new-password', { link, password });
const signIn = (password: string, browser = server.browser()) =>
  browser.post('/api/sign-in', { ...ADA, password });
const LINK_USED = { status: 403, body: { code: 'link-used' } };

describe('npm run teacher -- --reset NAME', () => {
  it('prints a link, while the server runs, with which a teacher who forgot the password sets another one', async () => {
    const link = await server.link('Ada');
    expect(await what(link)).toEqual({ what: 'password', name: 'Ada' });
    const browser = server.browser();
    expect(await setPassword(link, NEW, browser)).toMatchObject({ status: 200 });
    expect((await browser.get('/api/sessions')).status).toBe(200);
    expect((await signIn(NEW)).status).toBe(200);
    expect((await signIn(ADA.password)).status).toBe(401);
    expect((await ada.get('/api/sessions')).status).toBe(401);
  });

  it('prints one that works once, also for two browsers at the same moment', async () => {
    const link = await server.link('Ada');
    const answers = await Promise.all([setPassword(link), setPassword(link)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect(await what(link)).toEqual({ code: 'link-used' });
  });

  it('prints one that a password of 7 characters does not use up, and that opens nothing until it is used', async () => {
    const link = await server.link('Ada');
    expect((await setPassword(link, '1234567')).body).toEqual({ code: 'password-weak' });
    expect((await ada.get('/api/sessions')).status).toBe(200);
    expect((await signIn(ADA.password)).status).toBe(200);
    expect((await setPassword(link)).status).toBe(200);
  });

  it('prints one that works for a day, and not as another teacher’s first one', async () => {
    const link = await server.link('Ada');
    expect(
      await server.browser().post('/api/first-teacher', { link, name: 'Eve', password: NEW }),
    ).toMatchObject(LINK_USED);
    const [row] = sql(server.dataDir, "SELECT value FROM Setting WHERE key LIKE 'link/%'") as {
      value: string;
    }[];
    const { until, ...rest } = JSON.parse(row?.value ?? '{}') as { until: number };
    expect(Math.round((until - Date.now()) / 60_000)).toBe(24 * 60);
    const over = JSON.stringify({ ...rest, until: Date.now() - 1 });
    sql(server.dataDir, "UPDATE Setting SET value = ? WHERE key LIKE 'link/%'", over);
    expect(await setPassword(link)).toMatchObject(LINK_USED);
  });

  it('makes the one before worthless', async () => {
    const before = await server.link('Ada');
    await server.link('Ada');
    expect(await setPassword(before)).toMatchObject(LINK_USED);
  });

  it('says who is not there, and keeps only a hash of what it prints', async () => {
    const { code, output } = await teacher('--reset', 'Nobody');
    expect([code, output]).toEqual([1, expect.stringContaining('There is no teacher called Nobody')]);
    const link = await server.link('Ada');
    expect(JSON.stringify(sql(server.dataDir, 'SELECT * FROM Setting'))).not.toContain(link);
  });

  it('works while strangers’ guesses have locked the name everywhere', async () => {
    const stranger = server.browser();
    for (let i = 0; i < 11; i++) await signIn(`guess ${i}`, stranger);
    expect((await signIn(ADA.password)).body).toEqual({ code: 'too-many-guesses' });
    expect((await setPassword(await server.link('Ada'))).status).toBe(200);
  });
});

describe('npm run teacher -- --add NAME', () => {
  it('prints a link with which a further teacher comes in, under this name or another', async () => {
    const link = await server.link('Bo', '--add');
    expect(await what(link)).toEqual({ what: 'teacher', name: 'Bo' });
    const bo = server.browser();
    const use = (name: string) => bo.post('/api/first-teacher', { link, name, password: NEW });
    expect(await use('Ada')).toMatchObject({ status: 409, body: { code: 'name-taken' } });
    expect(await use('Bo Rossi')).toMatchObject({ status: 200 });
    expect((await bo.get('/api/sessions')).body).toEqual([]);
    expect(await use('Cy')).toMatchObject(LINK_USED);
    expect((await teacher('--list')).output).toBe(
      'Ada  (1 browser signed in)\nBo Rossi  (1 browser signed in)\n',
    );
  });

  it('does not take a name that is there', async () => {
    const { code, output } = await teacher('--add', 'Ada');
    expect([code, output]).toEqual([1, expect.stringContaining('called Ada already')]);
  });
});

it('npm run teacher says how it is meant when it is asked for nothing, or for two things', async () => {
  for (const args of [[], ['--list', '--reset', 'Ada'], ['--remove', 'Ada']]) {
    const { code, output } = await teacher(...args);
    expect([code, output]).toEqual([1, expect.stringContaining('npm run teacher -- --reset NAME')]);
  }
});

it('a link that was printed while no server ran works at the next start', async () => {
  await server.app.close();
  const link = await server.link('Ada');
  const again = await startApp({ folder: server.dataDir });
  expect((await again.browser().post('/api/new-password', { link, password: NEW })).status).toBe(200);
  await again.stop();
});
