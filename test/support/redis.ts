import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';
import { temporaryFolder } from './folder';
import { freePort } from './free-port';

/** The system's own: a package of it, or what REDIS_PATH names; null: this machine has none. */
const redisServer: string | null =
  [
    process.env.REDIS_PATH ?? '',
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'redis-server')),
  ].find((path) => path !== '' && existsSync(path)) ?? null;

/** For tests that are only there where a Redis is. */
export const redisServers: readonly string[] = redisServer === null ? [] : [redisServer];

/** A Redis of its own that keeps nothing. */
export async function startRedis() {
  if (redisServer === null) throw new Error('There is no redis-server.');
  const own = temporaryFolder();
  const port = await freePort();
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', own.path];
  const child = spawn(redisServer, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);
  const ended = once(child, 'close');
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null });
  // It has only just been started: the client tries again.
  client.on('error', () => undefined);
  await client.ping();
  return {
    url,
    /** Everything in it is gone. */
    wipe: () => client.flushall(),
    /** Names of what is in it. */
    keys: () => client.keys('*'),
    remove: async () => {
      client.disconnect();
      child.kill('SIGKILL');
      await ended;
      process.off('exit', orphaned);
      own.remove();
    },
  };
}
