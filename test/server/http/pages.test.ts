import { gunzipSync } from 'node:zlib';
import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type Running } from '../../support/app';
import type { Answered, Browser } from '../../support/browser';

let server: Running;
let browser: Browser;

const SCRIPT = '/assets/main-B1a2C3d4.js';

beforeAll(async () => {
  server = await startApp();
  browser = server.browser();
});

afterAll(() => server.stop());

function bytes(path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(new URL(path, server.base), { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts)));
    }).on('error', reject);
  });
}

describe('the page', () => {
  it.each([
    '/',
    '/play',
    '/play/123456',
    '/teach',
    '/teach/welcome',
    '/teach/sessions/abc/review',
    '/screen/abc',
    '/screen/123456/abc',
    '/story/123456',
  ])('answers at %s, and is asked for anew each time', async (path) => {
    const answer = await browser.get(path);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<title>Trainoff</title>');
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
    expect(answer.headers['cache-control']).toBe('no-cache');
  });
});

describe('a phone', () => {
  const markIn = (answer: Answered) => (answer.headers['set-cookie'] ?? []).join();

  it.each(['/', '/play', '/play/123456'])('has a mark once it has opened %s, and keeps it', async (path) => {
    const phone = server.browser();
    const first = markIn(await phone.get(path));
    expect(first).toMatch(
      /^trainoff-phone-[0-9a-f]{8}=[\w-]{22}\.\d+\.[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly/,
    );
    expect(markIn(await phone.get(path))).toBe('');
  });

  it('gets another one for a mark that is forged', async () => {
    const phone = server.browser();
    await phone.get('/play');
    phone.take(`${phone.cookie.slice(0, -3)}AAA`);
    expect(markIn(await phone.get('/play'))).toContain('trainoff-phone-');
  });

  it('has none from the pages of teachers and projectors', async () => {
    for (const path of ['/teach', '/screen/abc', '/story/123456'])
      expect(markIn(await server.browser().get(path))).toBe('');
  });
});

describe('the bare address', () => {
  it('for lessons that come as a link is the teacher’s own: a browser keeps the fragment with the lesson', async () => {
    const { status, headers } = await browser.get('/lessons/import');
    expect([status, headers.location]).toEqual([302, '/teach/lessons/import']);
  });

  it('leads a signed-in teacher to their own page, and everybody else to the code', async () => {
    const teacher = await server.teacher();
    const { status, headers } = await teacher.get('/');
    expect([status, headers.location, headers['cache-control']]).toEqual([302, '/teach', 'no-store']);
    expect((await teacher.get('/play')).status).toBe(200);
    await teacher.post('/api/sign-out');
    expect((await teacher.get('/')).status).toBe(200);
    const forged = server.browser();
    forged.cookies.set('trainoff', 'made-up');
    expect((await forged.get('/')).status).toBe(200);
  });
});

describe('headers', () => {
  it('hold nothing that sends a phone on plain http to https, on pages, answers and refusals', async () => {
    for (const path of ['/', SCRIPT, '/api/me', '/nothing']) {
      const { headers } = await browser.get(path);
      expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers).not.toHaveProperty('cross-origin-opener-policy');
      expect(headers).not.toHaveProperty('origin-agent-cluster');
    }
  });

  it('allow our own scripts and WebAssembly, and no inline script', async () => {
    const policy = String((await browser.get('/')).headers['content-security-policy']);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("worker-src 'self'");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("style-src-attr 'unsafe-inline'");
  });

  it('spell out the own host for sockets, as iOS 15.4 needs it', async () => {
    const { headers } = await browser.get('/', { host: '192.168.1.7:3000' });
    expect(headers['content-security-policy']).toContain("connect-src 'self' ws://192.168.1.7:3000");
  });

  it('take nothing over from a Host that is none', async () => {
    const { headers } = await browser.get('/', { host: "x;script-src 'unsafe-inline'" });
    expect(headers['content-security-policy']).toContain("connect-src 'self' 'self';");
  });

  it('stop browsers from guessing types and from framing', async () => {
    const { headers } = await browser.get('/');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  });

  it('keep answers out of caches', async () => {
    expect((await browser.get('/api/me')).headers['cache-control']).toBe('no-store');
  });
});

describe('a script', () => {
  it('comes from its compressed twin where the browser takes gzip', async () => {
    const { headers } = await browser.get(SCRIPT, { 'accept-encoding': 'gzip, deflate' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers['content-type']).toMatch(/^(text|application)\/javascript/);
    expect(headers.vary).toBe('accept-encoding');
    expect(gunzipSync(await bytes(SCRIPT)).toString()).toContain('neurone');
  });

  it('comes as it is where the browser does not', async () => {
    const answer = await browser.get(SCRIPT, { 'accept-encoding': 'identity' });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.text).toContain('neurone');
  });

  it('may be kept for ever, since its name changes with its content', async () => {
    const { headers } = await browser.get(SCRIPT);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });
});
