import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Away } from '../../support/cluster/away';
import { startCluster, type Cluster } from '../../support/cluster/cluster';
import type { ClusterServer } from '../../support/cluster/cluster-server';
import { builtId } from '../../support/server';
import { scrape, total } from '../metrics/scraped';
import { startClass, type ClassInCluster } from './class-in-cluster';

let cluster: Cluster;
let away: Away;
let classes: ClassInCluster[];

const ROOMS = 8;
const SIZE = 8;

beforeEach(async () => {
  away = new Away();
  cluster = await startCluster({
    servers: 2,
    env: { LOG_LEVEL: 'info', DRAIN_SECONDS: '4', METRICS_PORT: '0' },
  });
  classes = await Promise.all(
    Array.from({ length: ROOMS }, () => startClass(cluster, SIZE, builtId(), away)),
  );
  await Promise.all(classes.map(({ open }) => open()));
});
afterEach(async () => {
  for (const { leave } of classes) leave();
  await cluster.stop();
});

const events = (log: string) => log.match(/"event":"([\w-]+)"/g)?.map((line) => line.slice(9, -1)) ?? [];

/** The server that has most of the sessions. */
async function fullest(): Promise<ClusterServer> {
  const counted = await Promise.all(
    cluster.servers.map(async (server) => {
      const port = Number((await server.said(/"metrics":(\d+)/))?.[1]);
      return { server, sessions: total(await scrape(port), 'trainoff_sessions') };
    }),
  );
  const [most] = counted.sort((a, b) => b.sessions - a.sessions);
  if (!most) throw new Error('two servers were asked for');
  return most.server;
}

describe('a server among others that is asked to end in the middle of a lesson', () => {
  it('sends its phones to another one, where they answer the open step without a tap', async () => {
    const going = await fullest();
    await Promise.all(classes.map(({ answer, phones }) => answer(phones.slice(0, SIZE / 2))));
    const answering = Promise.all(classes.map(({ answer, phones }) => answer(phones.slice(SIZE / 2))));
    const { code } = await going.end();
    expect((await answering).flat().filter(({ ok }) => !ok)).toEqual([]);

    const phones = classes.flatMap((one) => one.phones);
    await Promise.all(phones.map((phone) => phone.until(() => phone.upToDate)));
    expect(phones.filter(({ refusal }) => refusal !== null)).toEqual([]);
    for (const { answered } of classes) {
      const seats = await answered();
      expect(seats).toHaveLength(SIZE);
      expect(new Set(seats).size).toBe(SIZE);
    }
    expect(code).toBe(0);
    expect(away.times).toBeGreaterThanOrEqual((ROOMS / 2) * SIZE);
    expect(away.longest).toBeLessThan(5_000);
    expect(events(going.log()).slice(-3)).toEqual(['server-stopping', 'server-drained', 'server-stopped']);
    process.stdout.write(
      `longest time away while a server was drained: ${away.longest} ms (${away.times} times)\n`,
    );
  });

  it('takes nobody from then on, which a proxy sees, and answers about itself', async () => {
    const [going] = cluster.servers;
    if (!going) throw new Error('two servers were asked for');
    const ended = going.end();
    await going.said(/"server-stopping"/);
    const asked = await Promise.all(
      ['/readyz', '/api/me', `/socket.io/?room=${classes[0]?.code}&EIO=4&transport=polling`].map((path) =>
        fetch(going.url + path).then(async (answer): Promise<unknown> => [
          answer.status,
          await answer.json(),
        ]),
      ),
    );
    expect(asked).toEqual(Array(3).fill([503, { code: 'server-stopping' }]));
    expect((await fetch(`${going.url}/healthz`)).status).toBe(200);
    await ended;
  });

  it('ends at once at a second signal', async () => {
    const [going] = cluster.servers;
    if (!going) throw new Error('two servers were asked for');
    const ended = going.end();
    await going.said(/"server-stopping"/);
    process.kill(going.pid, 'SIGTERM');
    expect(await ended).toMatchObject({ code: 1 });
    expect(events(going.log())).not.toContain('server-drained');
  });
});
