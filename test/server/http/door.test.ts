import { afterAll, beforeAll, expect, it } from 'vitest';
import Fastify from 'fastify';
import { doorRoute, shutDoors } from '../../../server/http/doors';
import type { Standing } from '../../../server/live/standing';
import { startApp, type Running } from '../../support/app';
import { Browser } from '../../support/browser';
import { Poller } from '../../support/poller';

let running: Running;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

it('is open for whoever comes, and for each connection where it is', async () => {
  const browser = new Browser(running.base);
  expect((await browser.get('/doorz')).status).toBe(200);
  expect((await browser.get('/doorz?sid=')).status).toBe(200);
  const { id } = await Poller.open(running.base, '123456');
  expect((await browser.get(`/doorz?sid=${id}`)).status).toBe(200);
  expect((await browser.get('/doorz?sid=of-another-server')).status).toBe(404);
  expect((await browser.get('/doorz?sid=one&sid=two')).status).toBe(200);
});

it('is shut while the server stands back, but not for the connections that it still has', async () => {
  const app = Fastify();
  const standing: { shut: Standing['shut'] } = { shut: 'server-stopping' };
  shutDoors(app, standing as Standing);
  doorRoute(
    app,
    standing,
    (connection) => connection === 'one-of-ours',
    () => false,
  );
  const asked = async (path: string) => (await app.inject(path)).statusCode;
  expect(await asked('/doorz')).toBe(503);
  expect(await asked('/doorz?sid=one-of-ours')).toBe(200);
  expect(await asked('/doorz?sid=another')).toBe(404);
  standing.shut = null;
  expect(await asked('/doorz')).toBe(200);
  await app.close();
});
