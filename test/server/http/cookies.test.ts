import { afterEach, expect, it } from 'vitest';
import { startApp, ADA, type Running } from '../../support/app';
import { selfSigned } from '../../support/certificate';
import { temporaryFolder } from '../../support/folder';

let server: Running;

afterEach(() => server.stop());

async function cookieOfWelcome(headers = {}): Promise<string> {
  const { app } = server;
  const answer = await server.browser().post('/api/first-teacher', { link: app.firstLink, ...ADA }, headers);
  return answer.headers['set-cookie']?.join() ?? '';
}

it('over http the cookie is HttpOnly, SameSite=Lax, 30 days long, and not Secure, which phones on a LAN would drop', async () => {
  server = await startApp();
  expect(await cookieOfWelcome()).toMatch(
    /^trainoff=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

it('over https it is Secure, and __Host- ties it to this very host', async () => {
  const folder = temporaryFolder();
  const { cert, key } = selfSigned(folder.path);
  server = await startApp({ env: { TLS_CERT: cert, TLS_KEY: key } });
  expect(await cookieOfWelcome()).toMatch(
    /^__Host-trainoff=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
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
  expect(await cookieOfWelcome({ 'x-forwarded-proto': 'https' })).toMatch(/^trainoff=/);
});
