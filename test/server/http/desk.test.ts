import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Addresses } from '#shared/api';
import { startApp, type Running } from '../../support/app';
import type { Browser } from '../../support/browser';
import { Player } from '../../support/player';
import { lessons } from '../../support/lessons';

let server: Running;
let teacher: Browser;
let players: { close: () => void }[];

beforeEach(async () => {
  players = [];
  server = await startApp();
  teacher = await server.teacher();
});

afterEach(async () => {
  for (const player of players) player.close();
  await server.stop();
});

const [lesson] = lessons;

async function start(): Promise<string> {
  const { body } = await teacher.post('/api/sessions', { lesson: lesson?.id });
  return (body as { id: string }).id;
}

function keep<P extends Player>(player: P): P {
  players.push(player);
  return player;
}

describe('the desk', () => {
  const page = async (id: string, headers = {}) =>
    (await teacher.get(`/api/sessions/${id}/desk`, headers)).body as Addresses;

  it('gives the projector a key that opens the session, and is the same after a restart', async () => {
    const id = await start();
    const { screenPath, code } = await page(id);
    const key = /#key=([\w-]{43})$/.exec(screenPath)?.[1] ?? '';
    const screen = keep(new Player(server.base, { role: 'screen', session: id, key, code } as const));
    expect(await screen.arrived()).toBeNull();

    await server.app.close();
    const again = await startApp({ folder: server.dataDir });
    const { body } = await again.browser().get(`/api/sessions/${id}/desk`, { cookie: teacher.cookie });
    expect((body as Addresses).screenPath).toBe(screenPath);
    await again.stop();
  });

  it('says the room’s code in the projector’s path, and an older path without it leads there', async () => {
    const id = await start();
    const { screenPath, code } = await page(id);
    expect(code).toMatch(/^\d{6}$/);
    expect(screenPath.split('#')[0]).toBe(`/screen/${code}/${id}`);
    const before = await teacher.get(`/screen/${id}`);
    expect([before.status, before.headers.location]).toEqual([302, `/screen/${code}/${id}`]);
  });

  it('offers first the host by which it was opened, with its port', async () => {
    const { addresses, picked } = await page(await start(), { host: 'school.lan:3000' });
    expect(addresses[0]).toBe('http://school.lan:3000');
    expect(picked).toBe('http://school.lan:3000');
  });

  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'no host at all'])(
    'does not offer phones %s',
    async (host) => {
      const { addresses, picked } = await page(await start(), { host });
      expect(addresses).toContain(picked);
      expect(addresses).not.toContain(`http://${host}`);
    },
  );

  it("keeps the teacher's pick for later sessions and after a restart", async () => {
    const id = await start();
    const { addresses } = await page(id, { host: 'school.lan:3000' });
    const other = addresses[1] ?? '';
    const picked = await teacher.post(`/api/sessions/${id}/address`, { address: other });
    expect(picked).toMatchObject({ status: 200, body: { addresses, picked: other } });
    expect(await page(await start(), { host: 'school.lan:3000' })).toMatchObject({ picked: other });

    await server.app.close();
    const again = await startApp({ folder: server.dataDir, env: { PORT: String(server.port) } });
    expect(await page(id, { host: 'school.lan:3000' })).toMatchObject({ addresses, picked: other });
    await again.stop();
  });

  it('forgets a pick that is not among the addresses any more, as in another room', async () => {
    const id = await start();
    await page(id, { host: 'school.lan:3000' });
    await teacher.post(`/api/sessions/${id}/address`, { address: 'http://school.lan:3000' });
    expect(await page(id, { host: 'home.lan:3000' })).toMatchObject({ picked: 'http://home.lan:3000' });
  });

  it('refuses an address that was not offered', async () => {
    const id = await start();
    const answer = await teacher.post(`/api/sessions/${id}/address`, { address: 'https://evil.example' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-packet' } });
  });

  it('shows the picked address on the projector at once', async () => {
    const id = await start();
    const headers = { cookie: teacher.cookie, origin: server.base };
    const { code } = await page(id);
    const host = keep(new Player(server.base, { role: 'desk', session: id, code }, { headers }));
    await host.arrived();
    await page(id, { host: 'school.lan:3000' });
    await host.until(({ pulse }) => pulse?.address === 'http://school.lan:3000');
  });
});

describe('with PUBLIC_URL', () => {
  it('the QR says that, whoever asks', async () => {
    const other = await startApp({ env: { PUBLIC_URL: 'https://trainoff.school.example/' } });
    const browser = await other.teacher();
    const { body } = await browser.post('/api/sessions', { lesson: lesson?.id });
    const desk = await browser.get(`/api/sessions/${(body as { id: string }).id}/desk`, { host: 'x.lan' });
    expect(desk.body).toMatchObject({
      addresses: ['https://trainoff.school.example'],
      picked: 'https://trainoff.school.example',
    });
    await other.stop();
  });
});
