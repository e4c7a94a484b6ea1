import { Browser } from '../browser';
import { freePort } from '../free-port';
import { startServer, thisBuild, type Image } from '../server';
import { wayTo, type Cut } from './database-way';

interface Given {
  readonly name: string;
  readonly database: URL;
  readonly publicUrl: string;
  readonly direct: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly image?: Image;
}

/** Starts one of the servers of a cluster, a process with a folder of its own. */
export async function startClusterServer({
  name,
  database,
  publicUrl,
  direct,
  env,
  image = thisBuild,
}: Given) {
  const way = await wayTo(Number(database.port), name);
  const own = new URL(database);
  if (!direct) own.port = String(way.port);
  const server = await startServer({
    port: await freePort(),
    image,
    env: {
      SERVER_NAME: name,
      DATABASE_URL: own.href,
      PUBLIC_URL: publicUrl,
      TRUST_PROXY: '127.0.0.1',
      ...env,
    },
  });
  const { base: url, port, log, said, firstLink } = server;
  return {
    ...{ name, url, port, log, said, firstLink },
    get pid() {
      return server.pid();
    },
    /** Pulls the plug. */
    kill: () => server.kill(),
    /** Brings it back on the same port and folder, after `kill` or `end`; `other`: of another build. */
    start: (other?: Image) => server.restart(other),
    /** Stands still, as a computer that sleeps, until it is resumed. */
    pause: () => process.kill(server.pid(), 'SIGSTOP'),
    resume: () => process.kill(server.pid(), 'SIGCONT'),
    /** Its way to the database. */
    cut: (how: Cut = 'broken') => way.cut(how),
    mend: () => way.mend(),
    /** Asks it to end in good order. */
    end: () => server.stop(),
    /** Whether it says of itself that it can play a lesson; one that is paused does not answer. */
    ready: async () => (await new Browser(url).get('/readyz').catch(() => ({ status: 0 }))).status === 200,
    remove: async () => {
      await server.remove();
      await way.remove();
    },
  };
}

export type ClusterServer = Awaited<ReturnType<typeof startClusterServer>>;
