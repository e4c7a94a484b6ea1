import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { err, ok, type Result } from '#shared/result';
import { asksForNoMore, isAddress } from './storage/postgres/address';
import { given } from './env-given';
import { jobs, keptIn, redis } from './env-queue';
import type { Kept } from './workers/queue/bullmq';

/** Where the server's own certificate and key stand, as PEM files. */
export interface Tls {
  readonly cert: string;
  readonly key: string;
}

/** What is written to the log of the process: `info` says what happens, `warn` only what should not. */
export const LOG_LEVELS = ['info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment says, parsed once; `.env.example` lists every variable with its default. */
export interface Env {
  readonly port: number;
  /** Null: all interfaces. */
  readonly host: string | null;
  readonly dataDir: string;
  /** An origin, such as https://trainoff.example.org. */
  readonly publicUrl: string | null;
  /** Hops, or the addresses of proxies. */
  readonly trustProxy: number | string[] | null;
  readonly tls: Tls | null;
  /** Days from a session's end to its deletion; null: never. */
  readonly retentionDays: number | null;
  readonly logLevel: LogLevel;
  /** The file of the cold tables, where there is no PostgreSQL. */
  readonly database: string;
  /** The address of the PostgreSQL that keeps everything; null: files in `dataDir` do. */
  readonly postgres: string | null;
  /** What tells this server from others on the same database, in what it writes; null: there are none, and nothing is said. */
  readonly serverName: string | null;
  /** Where figures are shown to Prometheus; null: nothing is measured. */
  readonly metricsPort: number | null;
  /** How long phones may take to move to other servers when this one ends, s; only with a PostgreSQL. */
  readonly drainSeconds: number;
  /** Where jobs go that workers do, on any machine; null: this server's own threads do them. */
  readonly queue: Kept | null;
}

/** Names that the proxy rules know beside plain addresses. */
const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal'];

function originOf(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const bare = url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return bare && /^https?:$/.test(url.protocol) ? url.origin : null;
}

function isProxy(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  if (PROXY_NAMES.includes(text)) return true;
  const family = isIP(address);
  const bits = family === 4 ? 32 : 128;
  const fits = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
  return family !== 0 && rest.length === 0 && fits;
}

const proxies = (text: string): number | string[] =>
  /^\d{1,2}$/.test(text) ? Number(text) : text.split(',').map((part) => part.trim());

const aPort = (name: string) => {
  const sentence = `${name} is a whole number from 0 to 65535.`;
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,5}$/, sentence),
    v.transform(Number),
    v.maxValue(65_535, sentence),
  );
};

const port = v.pipe(
  given,
  v.transform((text) => text ?? '3000'),
  aPort('PORT'),
);

export const metricsPort = v.pipe(given, v.nullable(aPort('METRICS_PORT')));

const LONGEST_DRAIN = 60;
const DRAIN = `DRAIN_SECONDS is a whole number from 0 to ${LONGEST_DRAIN}.`;

const drain = v.pipe(
  given,
  v.transform((text) => text ?? '10'),
  v.regex(/^\d{1,2}$/, DRAIN),
  v.transform(Number),
  v.maxValue(LONGEST_DRAIN, DRAIN),
);

const publicUrl = v.pipe(
  given,
  v.check(
    (text) => text === null || originOf(text) !== null,
    'PUBLIC_URL is an address without a path, such as https://trainoff.example.org.',
  ),
  v.transform((text) => text && originOf(text)),
);

const trustProxy = v.pipe(
  given,
  v.transform((text) => (text === null ? null : proxies(text))),
  v.check(
    (value) => !Array.isArray(value) || value.every(isProxy),
    'TRUST_PROXY is a number of hops, such as 1, or the addresses of the proxies with commas between them.',
  ),
);

export const database = v.pipe(
  given,
  v.check(
    (text) => text === null || /^file:./.test(text) || isAddress(text),
    'DATABASE_URL is file: and the path of an SQLite file, or the address of a PostgreSQL, such as postgres://user:password@host/name.',
  ),
  v.check(
    (text) => text === null || !isAddress(text) || asksForNoMore(text),
    'DATABASE_URL asks behind its ? for more than TLS: only names that begin with ssl, such as sslmode, may stand there.',
  ),
);

const LONGEST_RETENTION = 3_650;
const RETENTION = `RETENTION_DAYS is a whole number of days from 0 to ${LONGEST_RETENTION}; 0 keeps everything.`;

const retention = v.pipe(
  given,
  v.transform((text) => text ?? '30'),
  v.regex(/^\d{1,4}$/, RETENTION),
  v.transform(Number),
  v.maxValue(LONGEST_RETENTION, RETENTION),
  v.transform((days) => days || null),
);

const logLevel = v.pipe(
  given,
  v.transform((text) => text ?? 'warn'),
  v.picklist(LOG_LEVELS, `LOG_LEVEL is one of ${LOG_LEVELS.join(', ')}.`),
);

const serverName = v.pipe(
  given,
  v.check(
    (text) => text === null || /^[\w.-]{1,60}$/.test(text),
    'SERVER_NAME is at most 60 letters, digits, dots and hyphens, without spaces.',
  ),
);

const schema = v.pipe(
  v.object({
    PORT: port,
    HOST: given,
    DATA_DIR: given,
    PUBLIC_URL: publicUrl,
    TRUST_PROXY: trustProxy,
    TLS_CERT: given,
    TLS_KEY: given,
    DATABASE_URL: database,
    JOBS: jobs,
    REDIS_URL: redis,
    RETENTION_DAYS: retention,
    LOG_LEVEL: logLevel,
    SERVER_NAME: serverName,
    METRICS_PORT: metricsPort,
    DRAIN_SECONDS: drain,
  }),
  v.check(
    ({ TLS_CERT, TLS_KEY }) => (TLS_CERT === null) === (TLS_KEY === null),
    'TLS_CERT and TLS_KEY go together: set both for https, or neither.',
  ),
  v.check(
    ({ JOBS, DATABASE_URL }) => JOBS === 'threads' || (DATABASE_URL !== null && isAddress(DATABASE_URL)),
    'JOBS=queue is for servers that share a PostgreSQL: set DATABASE_URL to one, or leave JOBS empty.',
  ),
  v.check(
    ({ JOBS, REDIS_URL }) => JOBS === 'queue' || REDIS_URL === null,
    'REDIS_URL is where JOBS=queue keeps its jobs: set that too, or leave REDIS_URL empty.',
  ),
);

type Parsed = v.InferOutput<typeof schema>;

function databaseIn(url: string | null, dataDir: string): Pick<Env, 'database' | 'postgres'> {
  const file = url?.startsWith('file:') ? url.slice('file:'.length) : null;
  const database = file === null ? resolve(dataDir, 'trainoff.db') : resolve(file);
  return { database, postgres: file === null ? url : null };
}

/** As it was given; without it, where there may be others, the computer and the port. */
const nameOf = ({ SERVER_NAME, PORT }: Parsed, postgres: string | null): string | null =>
  SERVER_NAME ?? (postgres === null ? null : `${hostname()}-${PORT}`);

function toEnv(parsed: Parsed): Env {
  const { TLS_CERT: cert, TLS_KEY: key } = parsed;
  const dataDir = resolve(parsed.DATA_DIR ?? 'data');
  const data = databaseIn(parsed.DATABASE_URL, dataDir);
  return {
    dataDir,
    port: parsed.PORT,
    host: parsed.HOST,
    publicUrl: parsed.PUBLIC_URL,
    trustProxy: parsed.TRUST_PROXY,
    retentionDays: parsed.RETENTION_DAYS,
    logLevel: parsed.LOG_LEVEL,
    metricsPort: parsed.METRICS_PORT,
    drainSeconds: parsed.DRAIN_SECONDS,
    tls: cert !== null && key !== null ? { cert, key } : null,
    serverName: nameOf(parsed, data.postgres),
    ...data,
    queue: parsed.JOBS === 'queue' ? keptIn(parsed.REDIS_URL, parsed.DATABASE_URL) : null,
  };
}

/** Parses the environment; the error is one sentence for the person who started the server. */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Result<Env, string> {
  const parsed = v.safeParse(schema, variables);
  return parsed.success ? ok(toEnv(parsed.output)) : err(parsed.issues[0].message);
}
