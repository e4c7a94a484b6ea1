import type { TrainingRequest } from '#shared/training/request';
import { workOf } from '#shared/training/work';

/** How many times slower than the core of 2.6 GHz that was measured a machine may be, kernel or not. */
export const TIMES_SLOWER = 10;
/** The reference there for a unit of work, ms: 1.2 ns; the dearest requests of half a minute take 0.7 to 1.13. */
export const MEASURED = 1.2e-6;

/** For a thread to start on a machine that has much to do, ms. */
const FLOOR = 3_000;

/**
 * How long a job may take, ms: the safety net, so wide that the limits alone decide what is trained, and so near that a
 * thread that hangs holds up the others by seconds.
 */
export const patienceWith = (request: TrainingRequest): number =>
  FLOOR + Math.ceil(TIMES_SLOWER * MEASURED * workOf(request));
