import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '#shared/result';
import { banner } from './announce';
import { buildApp, type App } from './app';
import { endOnSignal } from './ending';
import { readEnv, type Env } from './env';
import { codeOf, whyNotListening } from './listening';
import { spareMemory } from './memory';
import { OF_OTHERS } from './storage/private';
import { compileKernel } from './workers/kernel';

/** What the database driver is written for: Node 22.14 and 23.6 brought it. Without it the driver ends the process without a message. */
const NODE_API = 10;

/** The bundle stands in dist/server. */
const at = (path: string) => new URL(`../../${path}`, import.meta.url);

const folders = {
  client: fileURLToPath(at('dist/client')),
  migrations: fileURLToPath(at('prisma/migrations')),
  lessons: fileURLToPath(at('lessons')),
  scripts: at('dist/server/'),
};

/** Listens on IPv4 and IPv6; on IPv4 alone where the system has no other. */
async function listenEverywhere({ http }: App, port: number): Promise<void> {
  try {
    await http.listen({ port, host: '::' });
  } catch (error) {
    if (codeOf(error) !== 'EAFNOSUPPORT' && codeOf(error) !== 'EADDRNOTAVAIL') throw error;
    await http.listen({ port, host: '0.0.0.0' });
  }
}

async function listen(app: App, { port, host }: Env): Promise<Result<null, string>> {
  try {
    await (host === null ? listenEverywhere(app, port) : app.http.listen({ port, host }));
    return ok(null);
  } catch (error) {
    return err(whyNotListening(error, { port, host, name: 'PORT' }));
  }
}

/** The port in use: with 0 in the environment, the one that was found. */
function started({ http, journal, running, metricsPort: metrics }: App): void {
  const address = http.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { node } = process.versions;
  journal({
    event: 'server-started',
    version: __VERSION__,
    node,
    port,
    running,
    ...(metrics && { metrics }),
  });
}

/** A server that listens; `drainSeconds`: null where nobody else has its sessions. */
interface Serving {
  readonly app: App;
  readonly drainSeconds: number | null;
}

async function start(): Promise<Result<Serving, string>> {
  if (Number(process.versions.napi) < NODE_API)
    return err(
      `This is Node ${process.versions.node}, and the server needs 22.14 or newer: npm start brings it.`,
    );
  const kernel = compileKernel();
  spareMemory();
  const env = readEnv(process.env);
  if (!env.ok) return env;
  const app = await buildApp(env.value, folders, { version: __VERSION__, build: __BUILD__, kernel });
  if (!app.ok) return app;
  const listening = await listen(app.value, env.value);
  const { postgres, drainSeconds } = env.value;
  if (listening.ok) return ok({ app: app.value, drainSeconds: postgres === null ? null : drainSeconds });
  await app.value.close();
  return listening;
}

// What the server writes is its user's alone from the first byte, whatever the shell that starts it allows to others.
process.umask(OF_OTHERS);
const serving = await start();
if (serving.ok) {
  const { app, drainSeconds } = serving.value;
  endOnSignal(app, drainSeconds);
  started(app);
  process.stdout.write(await banner(app, process.stdout.isTTY));
} else {
  // Threads that had been started already would keep the process.
  process.stderr.write(`${serving.error}\n`, () => process.exit(1));
}
