import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCluster, type Cluster } from '../../support/cluster/cluster';
import { proxiesHere } from '../../support/cluster/proxy';
import { startSession, type Taught } from '../../support/taught';

describe.each(proxiesHere)('servers behind a proxy (%s)', (kind) => {
  let cluster: Cluster;
  let taught: Taught;

  beforeAll(async () => {
    cluster = await startCluster({ servers: 2, proxy: kind });
  });
  afterAll(() => cluster.stop());

  it('are all ready', async () => {
    expect(await Promise.all(cluster.servers.map((server) => server.ready()))).toEqual([true, true]);
  });

  it('start a session', async () => {
    taught = await startSession(cluster.teacher);
    expect(taught.code).toMatch(/^\d{6}$/);
  });
});
