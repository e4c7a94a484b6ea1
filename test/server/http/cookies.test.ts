import { afterEach, describe, expect, it } from 'vitest';
import { startApp, ADA, type Running } from '../../support/app';
import { selfSigned } from '../../support/certificate';
import { temporaryFolder } from '../../support/folder';

let server: Running;

afterEach(() => server.stop());

async function cookieOfWelcome(headers = {}): Promise<string> {
  const [signIn = ''] = await cookiesOfWelcome(headers);
  return signIn;
}

async function cookiesOfWelcome(headers = {}): Promise<string[]> {
  const { app } = server;
  const answer = await server.browser().post('/api/first-teacher', { link: app.firstLink, ...ADA }, headers);
  return answer.headers['set-cookie'] ?? [];
}

it('over http the cookie is HttpOnly, SameSite=Lax, 30 days long, and not Secure, which phones on a LAN would drop', async () => {
  server = await startApp();
  expect(await cookieOfWelcome()).toMatch(
    /^trainoff-[0-9a-f]{8}=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

it('over https it is Secure, and __Host- ties it to this very host', async () => {
  const folder = temporaryFolder();
  const { cert, key } = selfSigned(folder.path);
  server = await startApp({ env: { TLS_CERT: cert, TLS_KEY: key } });
  expect(await cookieOfWelcome()).toMatch(
    /^__Host-trainoff-[0-9a-f]{8}=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  folder.remove();
});

it('over https it opens the door again', async () => {
  const folder = temporaryFolder();
  const { cert, key } = selfSigned(folder.path);
  server = await startApp({ env: { TLS_CERT: cert, TLS_KEY: key } });
  const browser = await server.teacher();
  expect((await browser.get('/api/sessions')).status).toBe(200);
  folder.remove();
});

it('behind a trusted proxy that speaks https it is Secure', async () => {
  server = await startApp({ env: { TRUST_PROXY: '1' } });
  expect(await cookieOfWelcome({ 'x-forwarded-proto': 'https' })).toMatch(/^__Host-.*; Secure/);
});

it('from anybody else X-Forwarded-Proto is not believed', async () => {
  server = await startApp();
  expect(await cookieOfWelcome({ 'x-forwarded-proto': 'https' })).toMatch(/^trainoff-/);
});

it('the mark of a known browser is out of reach of scripts too, lasts a year, and says no password and no token', async () => {
  server = await startApp();
  const [signIn = '', mark = ''] = await cookiesOfWelcome();
  expect(mark).toMatch(
    /^trainoff-device-[0-9a-f]{8}=[\w.-]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const token = /=([\w-]{43});/.exec(signIn)?.[1] ?? '';
  expect(token).not.toBe('');
  expect(mark).not.toContain(token);
});

describe('two servers on two ports of one host', () => {
  it('keep their sign-ins apart in one browser, which knows no ports', async () => {
    server = await startApp();
    const other = await startApp();
    const here = await server.teacher();
    const there = await other.teacher();
    for (const [name, value] of here.cookies) there.cookies.set(name, value);
    expect(there.cookies.size).toBe(4);
    expect((await there.get('/api/me')).body).toMatchObject({ teacher: { name: 'Ada' } });
    await there.post('/api/sign-out');
    here.cookies.clear();
    for (const [name, value] of there.cookies) here.cookies.set(name, value);
    expect((await here.get('/api/sessions')).status).toBe(200);
    await other.stop();
  });
});

describe('the cookie’s name from before an upgrade', () => {
  it('is taken once more and changed, so that nobody is signed out', async () => {
    server = await startApp();
    const teacher = await server.teacher();
    const [[, token] = ['', '']] = [...teacher.cookies].filter(([name]) => !name.includes('device'));
    const before = server.browser();
    before.cookies.set('trainoff', token);
    expect((await before.get('/api/me')).body).toMatchObject({ teacher: { name: 'Ada' } });
    expect([...before.cookies].filter(([, value]) => value === token)).toEqual(
      [...teacher.cookies].filter(([, value]) => value === token),
    );
    expect(before.cookies.has('trainoff')).toBe(false);
    expect([...before.cookies.keys()].sort()).toEqual([...teacher.cookies.keys()].sort());
    expect((await before.get('/api/sessions')).status).toBe(200);
  });

  it('is left alone where it is another server’s', async () => {
    server = await startApp();
    await server.teacher();
    const browser = server.browser();
    browser.cookies.set('trainoff', 'x'.repeat(43));
    await browser.get('/api/me');
    await browser.post('/api/sign-in', ADA);
    await browser.post('/api/sign-out');
    expect(browser.cookies.get('trainoff')).toBe('x'.repeat(43));
  });
});
