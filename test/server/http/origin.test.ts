import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { originCheck } from '../../../server/http/origin';
import { startApp, ADA, type Running } from '../../support/app';
import { Player } from '../../support/player';

let server: Running;

beforeEach(async () => {
  server = await startApp();
});

afterEach(() => server.stop());

const refused = { status: 403, body: { code: 'origin-refused' } };

describe('a request that changes something', () => {
  it.each([
    ['another site', 'https://evil.example'],
    ['the same host on another port', 'http://127.0.0.1:1'],
    ['a sandboxed frame', 'null'],
    ['nonsense', 'not an origin'],
  ])('is refused when its page is %s', async (_what, origin) => {
    const browser = await server.teacher();
    browser.origin = origin;
    expect(await browser.post('/api/sessions', { lesson: 'any' })).toMatchObject(refused);
    expect(await browser.post('/api/sign-out')).toMatchObject(refused);
  });

  it('is refused when a browser hides its page', async () => {
    const browser = await server.teacher();
    const answer = await browser.post(
      '/api/sign-out',
      {},
      { origin: undefined, 'sec-fetch-site': 'cross-site' },
    );
    expect(answer).toMatchObject(refused);
  });

  it('goes through without an Origin from a program that is no browser', async () => {
    await server.teacher();
    const answer = await server.browser().post('/api/sign-in', ADA, { origin: undefined });
    expect(answer.status).toBe(200);
  });

  it('is refused as a form, which another site could send without asking', async () => {
    const form = { origin: server.base, 'content-type': 'text/plain' };
    const answer = await server.browser().send('POST', '/api/sign-in', form, JSON.stringify(ADA));
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-packet' } });
  });
});

describe('a socket', () => {
  const knock = (origin: string) =>
    new Player(
      server.base,
      { role: 'phone', code: '123456', token: 'a'.repeat(22) },
      { headers: { origin } },
    );

  it('opens for our own page', async () => {
    const player = knock(server.base);
    expect(await player.arrived()).toBe('unknown-code');
    player.close();
  });

  it('does not open for a page of another site', async () => {
    const player = knock('https://evil.example');
    expect(await player.arrived()).toBe('websocket error');
    player.close();
  });
});

describe('our own pages', () => {
  const check = originCheck('https://school.example');

  it.each([
    ['http://192.168.1.7:3000', '192.168.1.7:3000'],
    ['http://Laptop.local:3000', 'LAPTOP.local:3000'],
    ['https://trainoff.example', 'trainoff.example'],
    ['https://school.example', '127.0.0.1:3000'],
  ])('are those at %s when the host is %s', (origin, host) => {
    expect(check(origin, host)).toBe(true);
  });
});
