import { energyOfRequest } from '#shared/training/check';
import type { Family, TrainingRequest } from '#shared/training/request';

/**
 * For a sample x epoch x parameter of one seed, ms: ten times what the reference core, the slowest that may have to do
 * it, took at worst on a core of 2.6 GHz. There the smallest networks are the dearest: 92 ns for 2-1 (12 ns for
 * 2-8-8-8-1), 347 ns for two kernels of a convolution, each of whose weights is at work all over the picture, 1,250 ns
 * for one neuron that reads twelve steps, and 128 ns for a transformer of width 4.
 */
const PER_UNIT: Readonly<Record<Family, number>> = {
  linear: 0.001,
  mlp: 0.001,
  cnn: 0.004,
  rnn: 0.02,
  transformer: 0.002,
};

/** For a thread to start on a machine that has much to do, and for what is judged after the training, ms. */
const FLOOR = 3_000;

/**
 * How long a job may take, ms: the safety net, so wide that the limit of work alone decides what is trained, and so
 * near that a thread that hangs holds up the others by seconds.
 */
export const patienceWith = (request: TrainingRequest): number =>
  FLOOR + Math.ceil(PER_UNIT[request.family] * energyOfRequest(request) * request.seeds.length);
