import * as v from 'valibot';
import { given } from './env-given';
import { isAddress } from './storage/postgres/address';
import type { Kept } from './workers/queue/bullmq';

export const jobs = v.pipe(
  given,
  v.transform((text) => text ?? 'threads'),
  v.picklist(
    ['threads', 'queue'],
    'JOBS is threads (this server trains by itself) or queue (workers do, on any machine).',
  ),
);

export const redis = v.pipe(
  given,
  v.check(
    (text) => text === null || (/^rediss?:\/\/./.test(text) && URL.canParse(text)),
    'REDIS_URL is the address of a Redis, such as redis://host:6379.',
  ),
);

/** Null: nowhere that several servers share. */
export const keptIn = (redisUrl: string | null, url: string | null): Kept | null => {
  if (redisUrl !== null) return { redis: redisUrl };
  return url !== null && isAddress(url) ? { postgres: url } : null;
};
