import { ADA } from '../app';
import { Browser } from '../browser';
import { openPostgresLog } from '../postgres-log';
import { startPostgres } from '../postgres-server';
import { thisBuild, type Image } from '../server';
import { startClusterServer, type ClusterServer } from './cluster-server';
import { startClusterWorker } from './cluster-worker';
import { openProxy, type ProxyKind } from './proxy';

interface Given {
  readonly servers?: number;
  readonly proxy?: ProxyKind;
  /** Processes that train; servers then need JOBS=queue in `env`. */
  readonly workers?: number;
  /** Servers ask the database without a way that can be cut, which costs time: what a bench wants. */
  readonly direct?: boolean;
  /** For every server. */
  readonly env?: Readonly<Record<string, string>>;
  /** The build of every server. */
  readonly image?: Image;
}

const nameOf = (at: number): string => `server-${'abcdefgh'.charAt(at)}`;

const times = <T>(count: number, make: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => make(at)));

async function signUp(url: string, { firstLink }: ClusterServer): Promise<Browser> {
  const browser = new Browser(url);
  const { status, text } = await browser.post('/api/first-teacher', { link: firstLink(), ...ADA });
  if (status !== 200) throw new Error(`signing up through the proxy answered ${status}: ${text}`);
  return browser;
}

/** What has been opened, to be closed in the opposite order. */
class Opened {
  readonly #closing: (() => Promise<unknown>)[] = [];

  keep<T>(thing: T, close: (thing: T) => Promise<unknown>): T {
    this.#closing.push(() => close(thing));
    return thing;
  }

  close = async (): Promise<void> => {
    for (const close of this.#closing.splice(0).reverse()) await close();
  };
}

async function assemble(
  opened: Opened,
  { servers: count = 3, workers = 0, direct = false, env = {}, image = thisBuild, ...given }: Given,
) {
  const { server: database, url } = opened.keep(await startPostgres(), ({ remove }) => remove());
  const proxy = opened.keep(await openProxy(given.proxy ?? 'ours'), (one) => one.remove());
  const publicUrl = `http://127.0.0.1:${proxy.port}`;
  const ports = { database: new URL(url), env, image };
  const start = async (at: number) =>
    opened.keep(await startClusterServer({ ...ports, name: nameOf(at), publicUrl, direct }), (one) =>
      one.remove(),
    );
  const first = await start(0);
  await proxy.serve([first.port]);
  // Each start prints another link, while there is no teacher.
  const teacher = await signUp(publicUrl, first);
  const servers = [first, ...(await times(count - 1, (at) => start(at + 1)))];
  await proxy.serve(servers.map(({ port }) => port));
  const training = await times(workers, async (at) =>
    opened.keep(await startClusterWorker({ ...ports, name: `worker-${at + 1}` }), (one) => one.remove()),
  );
  return {
    /** Where phones and pages go. */
    url: publicUrl,
    port: proxy.port,
    /** Its `server` can be stopped, crashed and started again. */
    database: { url, stop: database.stop, crash: database.crash, start: () => database.start() },
    servers,
    workers: training,
    /** A browser of the teacher, on the proxy. */
    teacher,
    /** Another one of the same teacher. */
    signIn: async () => {
      const browser = new Browser(publicUrl);
      await browser.post('/api/sign-in', ADA);
      return browser;
    },
    /** The log as it stands in the database, read with connections of its own; whoever opens it closes it. */
    log: () => openPostgresLog(url),
  };
}

/**
 * Servers of one installation on a database of their own, behind a proxy, with their first teacher signed in. They are
 * real processes, each with a folder and a way to the database of its own.
 */
export async function startCluster(given: Given = {}) {
  const opened = new Opened();
  try {
    return { ...(await assemble(opened, given)), stop: opened.close };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>;
