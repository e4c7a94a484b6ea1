import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoom } from '#shared/room-address';
import { startCluster, type Cluster } from '../../support/cluster/cluster';
import { proxiesHere } from '../../support/cluster/proxy';
import { freshToken, Player } from '../../support/player';
import { Poller } from '../../support/poller';
import { startSession, type Taught } from '../../support/taught';

describe.each(proxiesHere)('servers behind a proxy (%s)', (kind) => {
  let cluster: Cluster;
  let taught: Taught;

  beforeAll(async () => {
    // One that is there, and one whose rooms all go to the other.
    cluster = await startCluster({ servers: 2, proxy: kind });
    await cluster.servers[1]?.kill();
    taught = await startSession(cluster.teacher);
  });
  afterAll(() => cluster.stop());

  const phone = (given: ConstructorParameters<typeof Player>[2] = {}) =>
    new Player(cluster.url, { role: 'phone', code: taught.code, token: freshToken() }, given);

  it('are the same for a phone with a websocket and for one that polls', async () => {
    const { build } = taught;
    const ways = { Mira: ['websocket'], Nino: ['polling'], Olga: ['polling', 'websocket'] } as const;
    for (const [name, transports] of Object.entries(ways)) {
      const player = phone({ build, transports });
      expect(await player.arrived()).toBeNull();
      expect(await player.command({ type: 'join', name })).toMatchObject({ ok: true });
      await player.until(({ own }) => own?.name === name);
      player.close();
    }
  });

  it('tell a phone whose room there is none of, or another one, from whichever it reached', async () => {
    const { build } = taught;
    const token = freshToken();
    const lost = new Player(cluster.url, { role: 'phone', code: '999999', token }, { build });
    expect(await lost.arrived()).toBe('unknown-code');
    expect(await phone({ build, room: '999999' }).arrived()).toBe('wrong-room');
  });

  it('go on polling where a connection is, and end what nobody has', async () => {
    const poller = await Poller.open(cluster.url, taught.code);
    expect((await poller.say('40{}')).status).toBe(200);
    const nobodys = new Poller(cluster.url, taught.code, 'AAAAAAAAAAAAAAAAAAAA');
    expect((await nobodys.hear()).status).toBe(503);
  });

  it('know their own page by the address that it was asked for', async () => {
    const { teacher } = cluster;
    const path = inRoom(`/api/sessions/${taught.id}/keep`, taught.code);
    expect((await teacher.post(path, { kept: true })).status).toBe(200);
    expect((await teacher.post(path, { kept: true }, { origin: 'http://elsewhere.example' })).status).toBe(
      403,
    );
  });

  it('take a lesson and a file as large as a server does', async () => {
    const { teacher } = cluster;
    const type = { 'content-type': 'application/octet-stream', origin: cluster.url };
    const file = Buffer.alloc(5 * 1024 * 1024, 'a');
    const read = await teacher.send('POST', '/api/lessons/read?name=a.txt', type, file);
    expect(read.status).not.toBe(413);
    expect(read.status).toBeLessThan(500);
  });

  it('are asked for their pages and what belongs to them', async () => {
    const page = await cluster.teacher.get('/play/123456');
    expect(page.text).toContain('<!doctype html>');
    const [asset = ''] = /\/assets\/[\w.-]+\.js/.exec(page.text) ?? [];
    expect((await cluster.teacher.get(asset)).status).toBe(200);
  });
});
