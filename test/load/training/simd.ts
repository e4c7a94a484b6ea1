import { openCompiled } from '../../../server/workers/handed';
import { compileKernel } from '../../../server/workers/kernel';
import type { Contestant } from './contestant';
import { readyBy } from './reference';
import type { Work } from './work';

/** Trainings of one measurement, as many as of the C programs: one takes 10 ms. */
const REPEATS = 4;

/** Four seeds in four lanes, as the pool's threads train them. */
export const simd: Contestant<Work> = {
  name: 'ours (SIMD)',
  prepare: (workload) => {
    const opened = openCompiled(compileKernel());
    return Promise.resolve(
      opened ? readyBy(opened.core, workload, REPEATS) : { cannot: 'the kernel does not run here' },
    );
  },
};
