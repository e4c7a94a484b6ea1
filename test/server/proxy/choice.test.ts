import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inRoom } from '#shared/room-address';
import { Browser } from '../../support/browser';
import { startNamedServers, type NamedServer } from '../../support/cluster/named-servers';
import { openProxy, proxiesHere, type ClusterProxy } from '../../support/cluster/proxy';

const ROOMS = Array.from({ length: 60 }, (_, at) => String(100_000 + 13_579 * at));

interface Told {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

describe.each(proxiesHere)('a proxy (%s)', (kind) => {
  let servers: NamedServer[];
  let proxy: ClusterProxy;
  let browser: Browser;

  beforeEach(async () => {
    servers = await startNamedServers(3);
    proxy = await openProxy(kind);
    await proxy.serve(servers.map(({ port }) => port));
    browser = new Browser(`http://127.0.0.1:${proxy.port}`);
  });
  afterEach(async () => {
    await proxy.remove();
    await Promise.all(servers.map((server) => server.kill()));
  });

  const told = async (path: string) => (await browser.get(path)).body as Told;
  const homes = () => Promise.all(ROOMS.map(async (room) => (await told(inRoom('/socket.io/', room))).name));

  it('gives every server some of the rooms, and all paths of a room to the same', async () => {
    const before = await homes();
    expect(new Set(before).size).toBe(3);
    expect(await homes()).toEqual(before);
    for (const [at, room] of ROOMS.entries())
      expect((await told(inRoom('/api/sessions/x/desk', room))).name).toBe(before[at]);
  });

  it('moves the rooms of a server that is killed, those alone, and back when it returns', async () => {
    const before = await homes();
    const [, killed] = servers;
    await killed?.kill();
    const meanwhile = await homes();
    expect(meanwhile).not.toContain(killed?.name);
    for (const [at, home] of before.entries()) if (home !== killed?.name) expect(meanwhile[at]).toBe(home);
    await killed?.start();
    expect(await homes()).toEqual(before);
  });

  it('asks the next server when one stands back, for its own rooms alone', async () => {
    const before = await homes();
    const [away] = servers;
    if (!away) throw new Error('there is no server');
    away.standsBack = true;
    const meanwhile = await homes();
    expect(meanwhile).not.toContain(away.name);
    for (const [at, home] of before.entries()) if (home !== away.name) expect(meanwhile[at]).toBe(home);
    away.standsBack = false;
    expect(await homes()).toEqual(before);
  });

  it('asks the next server when one stands still, also for what is asked only once', async () => {
    const before = await homes();
    const [still] = servers;
    if (!still) throw new Error('there is no server');
    still.standsStill = true;
    const room = ROOMS[before.indexOf(still.name)] ?? '';
    expect((await told(inRoom('/socket.io/', room))).name).not.toBe(still.name);
    const posted = await browser.post(inRoom('/api/sessions/x/erase', room));
    expect(posted.body).toMatchObject({ method: 'POST' });
  });

  it('sends the requests of a connection to the server that has it, wherever its room is now', async () => {
    const homeless = `${inRoom('/socket.io/', '123456')}&transport=polling&sid=`;
    for (const { name, lines } of servers) {
      lines.add(`of-${name}`);
      expect((await told(`${homeless}of-${name}`)).name).toBe(name);
    }
    expect((await browser.get(`${homeless}of-nobody`)).status).toBe(503);
  });

  it('gives all that names no room to one server, by where it comes from', async () => {
    const names = await Promise.all(Array.from({ length: 12 }, async () => (await told('/api/me')).name));
    expect(new Set(names).size).toBe(1);
    const here = new URL(browser.base).host;
    expect((await told('/api/me')).headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': here,
      'x-forwarded-proto': 'http',
    });
  });

  it('looks on for a file of another build', async () => {
    for (const { name } of servers) {
      for (const { lacks } of servers.filter((server) => server.name !== name)) lacks.add(`/assets/${name}`);
      expect((await told(`/assets/${name}`)).name).toBe(name);
    }
    for (const { lacks } of servers) lacks.add('/assets/nobodys');
    expect((await browser.get('/assets/nobodys')).status).toBe(404);
  });

  it('says so when no server is there, and goes on when one is', async () => {
    const path = inRoom('/socket.io/', '123456');
    for (const server of servers) await server.kill();
    expect((await browser.get(path)).status).toBe(503);
    expect((await browser.post(path)).status).toBe(503);
    for (const server of servers) await server.start();
    expect((await browser.get(path)).status).toBe(200);
  });
});
