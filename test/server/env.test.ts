import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readEnv } from '../../server/env';
import { readWorkerEnv } from '../../server/worker-env';

const NAMED = `${hostname()}-3000`;

const DEFAULTS = {
  port: 3000,
  host: null,
  dataDir: resolve('data'),
  publicUrl: null,
  trustProxy: null,
  tls: null,
  retentionDays: 30,
  logLevel: 'warn',
  database: resolve('data/trainoff.db'),
  postgres: null,
  serverName: null,
  metricsPort: null,
  drainSeconds: 10,
  queue: null,
};

const shared = 'postgres://u:p@db/t';

it('an empty environment has the defaults', () => {
  expect(readEnv({})).toEqual({ ok: true, value: DEFAULTS });
});

it('.env.example says the same defaults', () => {
  const lines = readFileSync('.env.example', 'utf8').match(/^\w+=.*$/gm) ?? [];
  const variables = Object.fromEntries(lines.map((line) => line.split('=') as [string, string]));
  expect(Object.keys(variables)).toHaveLength(15);
  expect(readEnv(variables)).toEqual({ ok: true, value: DEFAULTS });
});

it.each([
  [
    'an address with a slash at its end',
    { PUBLIC_URL: 'https://Trainoff.example/' },
    { publicUrl: 'https://trainoff.example' },
  ],
  ['hops', { TRUST_PROXY: '2' }, { trustProxy: 2 }],
  ['proxies', { TRUST_PROXY: '10.0.0.1, 172.16.0.0/12' }, { trustProxy: ['10.0.0.1', '172.16.0.0/12'] }],
  ['a certificate', { TLS_CERT: 'c.pem', TLS_KEY: 'k.pem' }, { tls: { cert: 'c.pem', key: 'k.pem' } }],
  ['a database', { DATABASE_URL: 'file:/srv/t.db' }, { database: '/srv/t.db' }],
  [
    'a PostgreSQL',
    { DATABASE_URL: 'postgres://u:p@db/t' },
    { postgres: 'postgres://u:p@db/t', serverName: NAMED },
  ],
  [
    'a PostgreSQL over TLS',
    { DATABASE_URL: 'postgres://u:a%2Fb@db/t?sslmode=verify-full' },
    { postgres: 'postgres://u:a%2Fb@db/t?sslmode=verify-full', serverName: NAMED },
  ],
  [
    'a queue in the PostgreSQL',
    { DATABASE_URL: shared, JOBS: 'queue' },
    { postgres: shared, queue: { postgres: shared }, serverName: NAMED },
  ],
  [
    'a queue in a Redis',
    { DATABASE_URL: shared, JOBS: 'queue', REDIS_URL: 'redis://cache:6379' },
    { postgres: shared, queue: { redis: 'redis://cache:6379' }, serverName: NAMED },
  ],
  [
    'threads beside a PostgreSQL',
    { DATABASE_URL: shared, JOBS: 'threads' },
    { postgres: shared, serverName: NAMED },
  ],
  [
    'a PostgreSQL behind a socket',
    { DATABASE_URL: 'postgres:///t?host=/run/postgresql&user=u' },
    { postgres: 'postgres:///t?host=/run/postgresql&user=u', serverName: NAMED },
  ],
  ['days', { RETENTION_DAYS: '365' }, { retentionDays: 365 }],
  ['a name', { SERVER_NAME: 'north-1' }, { serverName: 'north-1' }],
  ['a louder log', { LOG_LEVEL: 'info' }, { logLevel: 'info' }],
  ['a port for figures', { METRICS_PORT: '9464' }, { metricsPort: 9464 }],
  ['no time to drain', { DRAIN_SECONDS: '0' }, { drainSeconds: 0 }],
  ['no end', { RETENTION_DAYS: '0' }, { retentionDays: null }],
  ['a folder', { DATA_DIR: '/srv/data' }, { dataDir: '/srv/data', database: '/srv/data/trainoff.db' }],
])('takes %s', (_what, variables, expected) => {
  expect(readEnv(variables)).toEqual({ ok: true, value: { ...DEFAULTS, ...expected } });
});

it.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PUBLIC_URL', 'trainoff.example.org'],
  ['PUBLIC_URL', 'https://example.org/trainoff'],
  ['PUBLIC_URL', 'ftp://example.org'],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '10.0.0.1/33'],
  ['TLS_CERT', 'alone.pem'],
  ['TLS_KEY', 'alone.pem'],
  ['DATABASE_URL', 'postgres://db'],
  ['DATABASE_URL', 'postgres://ada:12/34@db/t'],
  ['DATABASE_URL', 'postgres://ada:12/34#56@db/t'],
  ['DATABASE_URL', 'postgres://db/t?options=-c%20synchronous_commit%3Doff'],
  ['DATABASE_URL', 'postgres://db/t?sslmode=require&query_timeout=1'],
  ['DATABASE_URL', 'postgres:///t?host=run'],
  ['DATABASE_URL', 'postgres:///t?user=u'],
  ['DATABASE_URL', 'postgres://db/t?host=/run/postgresql'],
  ['DATABASE_URL', 'mysql://db/t'],
  ['DATABASE_URL', 'file:'],
  ['RETENTION_DAYS', 'a month'],
  ['RETENTION_DAYS', '-1'],
  ['RETENTION_DAYS', '3651'],
  ['LOG_LEVEL', 'loud'],
  ['SERVER_NAME', 'the old one'],
  ['METRICS_PORT', 'yes'],
  ['METRICS_PORT', '65536'],
  ['DRAIN_SECONDS', '61'],
  ['DRAIN_SECONDS', 'soon'],
  ['JOBS', 'redis'],
  ['JOBS', 'queue'],
  ['REDIS_URL', 'redis://cache:6379'],
  ['REDIS_URL', 'cache:6379'],
])('%s=%s is refused in one sentence that names it', (name, value) => {
  const result = readEnv({ [name]: value });
  expect(result).toMatchObject({ ok: false, error: expect.stringMatching(`^.*${name}.*\\.$`) as string });
});

it('a server on a PostgreSQL has a name even where none was given: the computer and the port', () => {
  const env = readEnv({ DATABASE_URL: 'postgres://u:p@db/t', PORT: '3001' });
  expect(env).toMatchObject({ ok: true, value: { serverName: `${hostname()}-3001` } });
});
it.each([
  [{ DATABASE_URL: shared }, { postgres: shared }],
  [{ DATABASE_URL: shared, REDIS_URL: 'redis://cache' }, { redis: 'redis://cache' }],
  [{ REDIS_URL: 'rediss://u:p@cache:6380/1' }, { redis: 'rediss://u:p@cache:6380/1' }],
])('a worker finds the queue of %o', (variables, queue) => {
  expect(readWorkerEnv(variables)).toEqual({ ok: true, value: { host: null, metricsPort: null, queue } });
});

it.each([{}, { DATABASE_URL: 'file:/srv/t.db' }])(
  'a worker of %o has nothing to serve, and is told',
  (variables) => {
    expect(readWorkerEnv(variables)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^A worker serves .*DATABASE_URL.*\.$/) as string,
    });
  },
);
