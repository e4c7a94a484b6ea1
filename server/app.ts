import type { FastifyInstance } from 'fastify';
import { ok, type Result } from '#shared/result';
import { showAgain } from './app/addresses';
import type { Given } from './app/live';
import { openParts } from './app/parts';
import { addRoutes } from './app/routes';
import { attach } from './app/sockets';
import { readCertificate } from './certificate';
import type { Env } from './env';
import type { AddressBook } from './http/addresses';
import { report } from './http/failures';
import { createHttp, PATIENCE } from './http/server';
import type { Journal } from './journal';
import { readBuiltIn } from './lessons/built-in';
import { openMetrics } from './metrics/open';
import { PagesNotKept } from './pages/page-files';
import { isStorageError } from './storage/prisma/client';
import { openStores, unusable, type Folders } from './stores';
import { openJobs } from './workers/open';

/** A server that is ready to listen. */
export interface App {
  readonly http: FastifyInstance;
  readonly addresses: AddressBook;
  readonly journal: Journal;
  /** Sessions that go on from before. */
  readonly running: number;
  /** What is to be said about who can get at the data. */
  readonly openness: string | null;
  /** The secret of the one-time link; null once there is a teacher. */
  readonly firstLink: string | null;
  /** Shuts the doors and sends every room to another server; at once where there is none. */
  readonly drain: () => Promise<void>;
  /** Where its figures are; null: it measures nothing. */
  readonly metricsPort: number | null;
  /** Ends connections, then settles and closes what is on the disk. */
  readonly close: () => Promise<void>;
}

/** What was built of the product beside the server. */
export interface Built {
  readonly version: string;
  /** Names the pages that the server goes with. */
  readonly build: string;
  /** What trains, compiled; null: the reference does. */
  readonly kernel: WebAssembly.Module | null;
}

/** Opens the parts, and puts sockets and routes on them. */
async function assemble(http: FastifyInstance, given: Given): Promise<Omit<App, 'close'>> {
  const parts = await openParts(http, given);
  const { accounts, addresses, classroom, journal, metrics, standing, stores } = parts;
  const { rooms } = classroom;
  const sockets = attach(http, parts);
  addresses.follow((teacher) => void showAgain(classroom, teacher), report(http.log));
  await addRoutes(http, parts, sockets, given.folders);
  metrics.watch({
    sockets: sockets.open,
    sessions: () => rooms.count,
    shut: () => standing.shut !== null,
    jobs: given.pool.load,
  });
  http.addHook('preClose', sockets.close);
  http.addHook('onClose', parts.close);
  await http.ready();
  const running = (await (stores.commons ? stores.log : rooms).running()).length;
  const { drain } = standing;
  const firstLink = await accounts.firstLink.renew();
  const { openness } = stores;
  const metricsPort = given.measured.port;
  return { http, addresses, journal, running, openness, drain, firstLink, metricsPort };
}

/**
 * Builds the whole server on its data folder, which stays locked until `close`.  The error is one sentence for the person who started it.
 */
export async function buildApp(env: Env, folders: Folders, built: Built): Promise<Result<App, string>> {
  const certificate = readCertificate(env.tls);
  if (!certificate.ok) return certificate;
  const builtIn = readBuiltIn(folders.lessons);
  if (!builtIn.ok) return builtIn;
  const measured = await openMetrics(env, built);
  if (!measured.ok) return measured;
  const { metrics } = measured.value;
  const stores = await openStores(env, folders);
  if (!stores.ok) {
    await metrics.close();
    return stores;
  }
  const letGo = async () => {
    await stores.value.close();
    await metrics.close();
  };
  const http = createHttp(certificate.value, env.trustProxy, env.logLevel, PATIENCE, env.serverName);
  const jobs = await openJobs(env, {
    ...{ script: new URL('train.js', folders.scripts), kernel: built.kernel },
    onFailed: report(http.log),
  });
  if (!jobs.ok) {
    await letGo();
    return jobs;
  }
  try {
    const app = await assemble(http, {
      ...{ build: built.build, pool: jobs.value },
      env,
      folders,
      opened: stores.value,
      builtIn: builtIn.value,
      measured: measured.value,
    });
    return ok({ ...app, close: () => http.close().finally(letGo) });
  } catch (error) {
    await letGo();
    if (isStorageError(error) || error instanceof PagesNotKept) return unusable(env, error);
    throw error;
  }
}
