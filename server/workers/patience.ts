import { energyOf } from '#shared/training/mlp/shape';
import type { TrainingRequest } from '#shared/training/request';

/**
 * For a sample x epoch x parameter of one seed, ms. On a core of 2.6 GHz the reference was measured at 23 ns (2-8-8-8-1)
 * to 91 ns (2-1); this is ten times the worst of them.
 */
const PER_UNIT = 0.001;

/** For a thread to start on a machine that has much to do, and for what is judged after the training, ms. */
const FLOOR = 3_000;

/**
 * How long a job may take, ms: the safety net, so wide that the limit of work alone decides what is trained, and so
 * near that a thread that hangs holds up the others by seconds.
 */
export const patienceWith = ({ train, layers, epochs, seeds }: TrainingRequest): number =>
  FLOOR + Math.ceil(PER_UNIT * seeds.length * energyOf({ samples: train.y.length, epochs, layers }));
