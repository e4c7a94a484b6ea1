import { ok, type Result } from '#shared/result';
import type { Env } from '../env';
import { openPool, type Pool } from './pool';
import { openQueued } from './queue/open';

interface Given {
  readonly script: URL;
  readonly kernel: WebAssembly.Module | null;
  readonly onFailed: (error: unknown) => void;
}

/** Who trains and reckons: this server's threads, or workers on any machine. The error is one sentence for the person who started it. */
export const openJobs = (
  { queue }: Pick<Env, 'queue'>,
  { script, kernel, onFailed }: Given,
): Promise<Result<Pool, string>> =>
  queue === null ? Promise.resolve(ok(openPool(script, { kernel, onFailed }))) : openQueued(queue, onFailed);
