import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api } from '../../../client/pages/teach/api';

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly body: string;
}

let server: Server;
let asked: Asked[];
let answer: { readonly status: number; readonly body: string };

const reach = globalThis.fetch;

/** In a page, paths are relative to where it came from. */
function askFrom(base: string): void {
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => reach(`${base}${path}`, init));
}

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push({ method: request.method, url: request.url, body });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  askFrom(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

afterEach(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

test('what the server answers is the value', async () => {
  answer = { status: 200, body: '{"teacher":{"name":"Ada"},"fresh":false}' };
  expect(await api.signIn('Ada', 'una frase lunga')).toEqual({
    ok: true,
    value: { teacher: { name: 'Ada' }, fresh: false },
  });
  expect(asked).toEqual([
    { method: 'POST', url: '/api/sign-in', body: '{"name":"Ada","password":"una frase lunga"}' },
  ]);
});

test('a request without content has no body', async () => {
  answer = { status: 200, body: '{"teacher":null,"fresh":false}' };
  await api.signOut();
  expect(asked).toEqual([{ method: 'POST', url: '/api/sign-out', body: '' }]);
});

test('a refusal is its code', async () => {
  answer = { status: 401, body: '{"code":"signed-out"}' };
  expect(await api.sessions()).toEqual({ ok: false, error: 'signed-out' });
});

test.each([
  ['a code that this page does not know', '{"code":"from-the-future"}'],
  ['a page instead of an answer', '<!doctype html>'],
  ['nothing', ''],
])('%s is a failure of the server', async (_, body) => {
  answer = { status: 502, body };
  expect(await api.lessons()).toEqual({ ok: false, error: 'server-failed' });
});

test('a server that is gone is told apart from one that failed', async () => {
  askFrom('http://127.0.0.1:1');
  expect(await api.me()).toEqual({ ok: false, error: 'server-unreachable' });
});

test('an id never leaves its place in the path', async () => {
  answer = { status: 404, body: '{"code":"unknown-session"}' };
  await api.review('../me');
  expect(asked[0]?.url).toBe('/api/sessions/..%2Fme/review');
});

test('a request about a session names its room, as soon as the server has told its code', async () => {
  answer = { status: 200, body: '{"code":"314159","addresses":[],"picked":"","screenPath":""}' };
  await api.addresses('a session');
  answer = { status: 200, body: '[{"id":"another","code":"271828"}]' };
  await api.sessions();
  answer = { status: 200, body: '{"erased":true}' };
  await api.eraseStudent('a session', 'a seat');
  await api.eraseSession('another');
  await api.addresses('another');
  expect(asked.map(({ url }) => url)).toEqual([
    '/api/sessions/a%20session/desk',
    '/api/sessions',
    '/api/sessions/a%20session/students/a%20seat/erase?room=314159',
    '/api/sessions/another/erase?room=271828',
    '/api/sessions/another/desk?room=271828',
  ]);
});

test('a rehearsal is begun under a code of six digits that is drawn anew each time', async () => {
  answer = { status: 200, body: '{"id":"tried"}' };
  for (let i = 0; i < 5; i++) await api.rehearse('neuron');
  const urls = asked.map(({ url }) => url);
  for (const url of urls) expect(url).toMatch(/^\/api\/rehearsals\?room=[1-9]\d{5}$/);
  expect(new Set(urls).size).toBeGreaterThan(1);
});
