import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { sql } from '../../support/sql';
import { lessons } from '../../support/lessons';

let server: Running;
let teacher: Browser;

beforeEach(async () => {
  server = await startApp();
  teacher = await server.teacher();
});

afterEach(() => server.stop());

const json = () => ({ origin: server.base, 'content-type': 'application/json' });

/** Sends bytes that no HTTP client would. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('a request that makes no sense is answered with bad-packet:', () => {
  it.each([
    ['half a JSON text', '{"name":'],
    ['an empty body', ''],
    ['a poisoned prototype', '{"__proto__":{"name":"Eve"}}'],
  ])('%s', async (_what, body) => {
    expect(await teacher.send('POST', '/api/sign-in', json(), body)).toMatchObject({
      status: 400,
      body: { code: 'bad-packet' },
    });
  });

  it.each([
    ['a name that is a number', '/api/sign-in', { name: 7, password: 'x' }],
    ['an empty name', '/api/sign-in', { name: '  ', password: 'x' }],
    ['a field too many', '/api/sign-in', { name: 'Ada', password: 'x', admin: true }],
    ['a list', '/api/first-teacher', []],
    ['a lesson that is an object', '/api/sessions', { lesson: {} }],
  ])('%s', async (_what, path, body) => {
    expect(await teacher.post(path, body)).toMatchObject({ status: 400, body: { code: 'bad-packet' } });
  });

  it('a body of more than 64 kB', async () => {
    const answer = await teacher.post('/api/sign-in', { name: 'Ada', password: 'x'.repeat(65 * 1024) });
    expect(answer).toMatchObject({ status: 413, body: { code: 'bad-packet' } });
  });

  it('a path that cannot be decoded', async () => {
    expect(await teacher.get('/api/sessions/%E0%A4%A/desk')).toMatchObject({
      status: 400,
      body: { code: 'bad-packet' },
    });
  });

  it('bytes that are not HTTP', async () => {
    expect(await raw('hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*\{"code":"bad-packet"\}$/);
  });
});

describe('what is not there is answered with', () => {
  it.each(['/nothing', '/api/nothing', '/teacher', '/assets/none.js', '/..%2f..%2fpackage.json', '/.env'])(
    'not-found: %s',
    async (path) => {
      expect(await teacher.get(path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    },
  );

  it('not-found: a method that a path does not have', async () => {
    const answer = await teacher.send('PUT', '/api/sign-in', json(), '{}');
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('unknown-lesson', async () => {
    const answer = await teacher.post('/api/sessions', { lesson: 'alchemy' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-lesson' } });
  });

  it.each(['desk', 'review'])('unknown-session: the %s of a session that never was', async (page) => {
    expect(await teacher.get(`/api/sessions/AAAAAAAAAAAAAAAA/${page}`)).toMatchObject({
      status: 404,
      body: { code: 'unknown-session' },
    });
  });
});

describe('a visitor who is not signed in is answered with signed-out at', () => {
  it.each(['/api/lessons', '/api/sessions', '/api/sessions/x/desk', '/api/sessions/x/review'])(
    'GET %s',
    async (path) => {
      expect(await server.browser().get(path)).toMatchObject({ status: 401, body: { code: 'signed-out' } });
    },
  );

  it.each(['/api/sessions', '/api/sessions/x/address'])('POST %s', async (path) => {
    expect(await server.browser().post(path)).toMatchObject({ status: 401, body: { code: 'signed-out' } });
  });
});

describe('when the server itself fails', () => {
  const started = async () => {
    const { body } = await teacher.post('/api/sessions', { lesson: lessons[0]?.id });
    return (body as { id: string }).id;
  };

  it('a database that lost its tables is storage-failed, and nobody sees why', async () => {
    sql(server.dataDir, 'DROP TABLE Session');
    const answer = await teacher.get('/api/sessions');
    expect(answer).toMatchObject({ status: 503, text: '{"code":"storage-failed"}' });
    expect((await teacher.get('/healthz')).status).toBe(200);
  });

  it('not being ready is told to whoever watches over it', async () => {
    expect(await teacher.get('/readyz')).toMatchObject({ status: 200, body: { ok: true } });
    sql(server.dataDir, 'ALTER TABLE Teacher RENAME TO Gone');
    // An answer is shared for a second.
    await expect.poll(async () => (await teacher.get('/readyz')).status, { timeout: 10_000 }).toBe(503);
  });

  it('a row that nobody could have written is server-failed, without a stack trace', async () => {
    await started();
    sql(server.dataDir, `UPDATE Session SET title = '{"it":7}'`);
    const answer = await teacher.get('/api/sessions');
    expect(answer).toMatchObject({ status: 500, text: '{"code":"server-failed"}' });
  });
});
