import type { IncomingHttpHeaders } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ROOM } from '#shared/room-address';
import { PROTOCOL } from '#shared/version';
import { Call } from '../../../client/live/call';
import { ADA } from '../../support/app';
import { Browser } from '../../support/browser';
import { Filter } from '../../support/filter';
import { freshToken } from '../../support/player';
import { builtId, startServer, type RunningServer } from '../../support/server';

/** Nobody's. */
const CODE = '100000';

let alone: RunningServer;
let trusting: RunningServer;
let proxy: Filter;

beforeAll(async () => {
  [alone, trusting] = await Promise.all([startServer(), startServer({ env: { TRUST_PROXY: '1' } })]);
  for (const server of [alone, trusting])
    await new Browser(server.base).post('/api/first-teacher', { link: server.firstLink(), ...ADA });
});

afterEach(() => proxy.remove());

afterAll(async () => {
  await Promise.all([alone.remove(), trusting.remove()]);
});

interface Way {
  readonly page: string;
  readonly sends: IncomingHttpHeaders;
}

/** A phone's call through the proxy, by websocket and then by polling as in a browser: what it is told at its end. */
const called = (): Promise<unknown> =>
  new Promise((resolve) => {
    const dial = (way: string): Socket =>
      io(`http://127.0.0.1:${proxy.port}`, {
        transports: [way],
        query: { [ROOM]: CODE },
        auth: { protocol: PROTOCOL, build: builtId(), role: 'phone', code: CODE, token: freshToken() },
        reconnection: false,
        forceNew: true,
      });
    const nothing = () => undefined;
    const listener = { up: nothing, carried: nothing, event: nothing, heard: nothing, down: resolve };
    new Call(dial, ['websocket', 'polling'], listener);
  });

/** What a page gets through a proxy that sends these headers on: to a request, and to a socket. */
async function through(server: RunningServer, { page, sends }: Way) {
  proxy = await Filter.to(server.port, 'allow', (headers) => ({ ...headers, origin: page, ...sends }));
  const browser = new Browser(`http://127.0.0.1:${proxy.port}`, page);
  const { status, body } = await browser.post('/api/sign-in', ADA);
  return { status, body, socket: await called() };
}

const letIn = { status: 200, socket: { code: 'unknown-code' } };
const refused = { status: 403, body: { code: 'origin-refused' }, socket: { code: 'origin-refused' } };

const forwarded: Way = {
  page: 'https://school.test',
  sends: { host: 'backend:3000', 'x-forwarded-host': 'school.test' },
};
const portApart: Way = {
  page: 'https://school.test:8443',
  sends: { host: 'school.test', 'x-forwarded-port': '8443' },
};

describe('behind a proxy and without PUBLIC_URL, requests and sockets are let in where it', () => {
  it.each([
    ['writes the port that http has by default', 'http://school.test', 'school.test:80'],
    ['writes the port that https has by default', 'https://school.test', 'school.test:443'],
    ['listens on another port and passes that on', 'https://school.test:8443', 'school.test:8443'],
  ])('%s', async (_what, page, host) => {
    expect(await through(alone, { page, sends: { host } })).toMatchObject(letIn);
  });

  it.each([
    ['says what was asked, and is trusted', forwarded],
    ['says the port apart, and is trusted', portApart],
  ])('%s', async (_what, way) => {
    expect(await through(trusting, way)).toMatchObject(letIn);
  });
});

describe('they are refused alike, and the phone is told so, where it', () => {
  it.each([
    ['says what was asked, and is not trusted', forwarded],
    ['says the port apart, and is not trusted', portApart],
    ['says another host and nothing else', { page: 'https://school.test', sends: { host: 'backend:3000' } }],
  ])('%s', async (_what, way) => {
    expect(await through(alone, way)).toMatchObject(refused);
  });
});

it('the journal has one line for all requests that were refused so, and one for all sockets', async () => {
  expect(await through(alone, forwarded)).toMatchObject(refused);
  const lines = alone
    .log()
    .split('\n')
    .filter((line) => line.includes('"origin-refused"'))
    .map((line) => JSON.parse(line) as { readonly at: string });
  expect(lines.map(({ at }) => at)).toEqual(['request', 'socket']);
  for (const line of lines)
    expect(line).toMatchObject({
      level: 'warn',
      origin: expect.stringContaining('https://school.test') as string,
      host: expect.any(String) as string,
    });
});
