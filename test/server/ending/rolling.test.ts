import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { Away } from '../../support/cluster/away';
import { startCluster, type Cluster } from '../../support/cluster/cluster';
import { otherBuild, type OtherBuild } from '../../support/other-build';
import { builtId, thisBuild } from '../../support/server';
import { startClass, type ClassInCluster } from './class-in-cluster';

let before: OtherBuild;
let cluster: Cluster;
let away: Away;
let classes: ClassInCluster[];

const ROOMS = 6;
const SIZE = 8;

beforeAll(() => {
  before = otherBuild('the-release-before');
});
afterAll(() => before.remove());

beforeEach(async () => {
  away = new Away();
  const env = { LOG_LEVEL: 'info', DRAIN_SECONDS: '3' };
  cluster = await startCluster({ servers: 2, image: before.image, env });
  classes = await Promise.all(
    Array.from({ length: ROOMS }, () => startClass(cluster, SIZE, before.build, away)),
  );
  await Promise.all(classes.map(({ open }) => open()));
});
afterEach(async () => {
  for (const { leave } of classes) leave();
  await cluster.stop();
});

/** What an open page asks for: any server may be the one that is asked. */
const asked = (names: readonly string[]): Promise<number[]> =>
  Promise.all(
    cluster.servers.flatMap(({ url }) =>
      names.map((name) => fetch(`${url}/assets/${name}`).then(({ status }) => status)),
    ),
  );

describe('two servers of the release before that are renewed one after the other in the middle of a lesson', () => {
  it('keep every phone: what it answers counts once, and nobody is sent away', async () => {
    const shares = [0, 1, 2, 3].map(
      (quarter) => (phones: ClassInCluster['phones']) => phones.filter((_, at) => at % 4 === quarter),
    );
    const answer = (quarter: number) =>
      Promise.all(classes.map((one) => one.answer(shares[quarter]?.(one.phones) ?? [])));
    const acks = [await answer(0)];
    const newcomers = [];
    for (const [at, server] of cluster.servers.entries()) {
      const under = answer(at + 1);
      expect(await server.end()).toMatchObject({ code: 0 });
      await server.start(thisBuild);
      acks.push(await under);
      // Its page may come from a renewed server, and its session be on one that is not.
      newcomers.push(
        ...(await Promise.all(classes.map(({ joined }) => joined(`Newcomer ${at}`, builtId())))),
      );
      newcomers.push(
        ...(await Promise.all(classes.map(({ joined }) => joined(`Latecomer ${at}`, before.build)))),
      );
    }
    acks.push(await answer(3));

    expect(acks.flat(2).filter(({ ok }) => !ok)).toEqual([]);
    const phones = [...classes.flatMap((one) => one.phones), ...newcomers];
    await Promise.all(phones.map((phone) => phone.until(() => phone.upToDate)));
    expect(phones.filter(({ refusal }) => refusal !== null)).toEqual([]);
    for (const { answered } of classes) {
      const seats = await answered();
      expect([seats.length, new Set(seats).size]).toEqual([SIZE, SIZE]);
    }
    expect(away.times).toBeGreaterThan(0);
    expect(away.longest).toBeLessThan(5_000);
    for (const phone of newcomers) phone.close();
    process.stdout.write(
      `longest time away while both servers were renewed: ${away.longest} ms (${away.times} times)\n`,
    );
  });

  it('give out the files of both builds, to pages of either, before and after', async () => {
    const own = readdirSync('dist/client/assets').filter((name) => !name.endsWith('.gz'));
    const some = (names: readonly string[]) => names.filter((_, at) => at % 40 === 0);
    const [first, second] = cluster.servers;
    expect(new Set(await asked(some(before.assets)))).toEqual(new Set([200]));
    await first?.end();
    await first?.start(thisBuild);
    expect(new Set(await asked([...some(before.assets), ...some(own)]))).toEqual(new Set([200]));
    await second?.end();
    await second?.start(thisBuild);
    expect(new Set(await asked([...some(before.assets), ...some(own)]))).toEqual(new Set([200]));
    expect(some(own).length + some(before.assets).length).toBeGreaterThan(20);
  });
});
