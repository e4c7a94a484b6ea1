import { createHash } from 'node:crypto';
import { CORE } from '#shared/training/core';
import type { Job } from '../job';
import type { Begun } from '../job-lines';
import type { Work } from '../work';
import type { Packed } from './packed';
import type { Placed } from './shared-queue';

/** A job that was let out of its lines, into the queue. */
export interface Out extends Begun {
  /** What it asked for when it was last put there; what was packed of it is not kept, since some of it may be erased. */
  work: Work;
  /** How many jobs of its session were out when it was put there, itself among them: sessions come before numbers. */
  priority: number;
  id: string | null;
  /** Null: on its way there. */
  placed: Placed | null;
  /** A worker had it when it was last looked at. */
  runs: boolean;
  /** Something of its session was erased since it was made. */
  outdated: boolean;
  /** It is being put, or looked at. */
  doing: Promise<void> | null;
  /** There was news of it meanwhile. */
  stale: boolean;
}

export const outOf = (begun: Begun, priority: number): Out => ({
  ...begun,
  ...{ priority, id: null, placed: null, runs: false, outdated: false, doing: null, stale: false },
});

/** Whoever asks twice, on this server or another, asks for the same job; another request of the same name is another one. */
export const idOf = ({ session, key }: Job, { print }: Packed): string =>
  `${session}/${createHash('sha256').update(`${key}\n${print}`).digest('base64url')}`;

/** Whether it is a result of the core that this server has: another one's bits are not what its class is judged by. */
export const isOurs = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'core' in result && result.core === CORE;
