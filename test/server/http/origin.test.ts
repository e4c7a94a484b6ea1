import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingMessage } from 'node:http';
import { askedHosts } from '../../../server/http/asked';
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

/** A request as it comes from a page, over a line from `from`. */
const asking = (headers: IncomingMessage['headers'], from = '127.0.0.1') =>
  ({ headers, socket: { remoteAddress: from } }) as unknown as IncomingMessage;

describe('our own pages', () => {
  const check = originCheck('https://school.example', askedHosts(null));

  it.each([
    ['http://192.168.1.7:3000', '192.168.1.7:3000'],
    ['http://Laptop.local:3000', 'LAPTOP.local:3000'],
    ['https://trainoff.example', 'trainoff.example'],
    ['https://trainoff.example', 'trainoff.example:443'],
    ['http://trainoff.example', 'trainoff.example:80'],
    ['https://school.example', '127.0.0.1:3000'],
  ])('are those at %s when the host is %s', (origin, host) => {
    expect(check(asking({ origin, host }))).toBe(true);
  });

  it.each([
    ['https://trainoff.example', 'trainoff.example:80'],
    ['http://trainoff.example', 'trainoff.example:443'],
    ['http://trainoff.example:8080', 'trainoff.example'],
    ['chrome-extension://trainoff.example', 'trainoff.example'],
    ['null', 'null'],
  ])('are not those at %s when the host is %s', (origin, host) => {
    expect(check(asking({ origin, host }))).toBe(false);
  });

  it('are not told by somebody who is no proxy of ours', () => {
    const asked = {
      origin: 'https://evil.example',
      host: 'backend:3000',
      'x-forwarded-host': 'evil.example',
    };
    expect(check(asking(asked))).toBe(false);
    const trusting = originCheck(null, askedHosts(['10.0.0.0/8']));
    expect(trusting(asking(asked, '192.168.1.9'))).toBe(false);
    expect(trusting(asking(asked, '10.0.0.2'))).toBe(true);
  });
});
