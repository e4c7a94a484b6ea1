import { reference } from '#shared/training/ensemble';
import { openCompiled } from '../../workers/handed';
import { compileKernel } from '../../workers/kernel';
import { MOST, type Trains } from './bench';

let known: Trains | undefined;

/** What trains in this process: the kernel where it runs, compiled when it is first asked for. */
export function trains(): Trains {
  if (known) return known;
  const kernel = openCompiled(compileKernel());
  known = kernel ? { core: kernel.core, most: MOST.kernel } : { core: reference, most: MOST.reference };
  return known;
}
