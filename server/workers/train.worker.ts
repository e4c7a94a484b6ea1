import { reference } from '#shared/training/ensemble';
import type { TrainingRequest, TrainingResult } from '#shared/training/request';
import { train } from '#shared/training/train';
import { loadKernel } from './kernel';

const core = loadKernel()?.core ?? reference;

/** One job of the pool, in a thread of its own: the same request gives the same result, bit for bit. */
export default function run(request: TrainingRequest): TrainingResult {
  return train(request, core);
}
