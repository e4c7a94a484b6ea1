import type { Core } from '../ensemble';
import { byLanes } from './ensemble';
import { GOLDEN, goldenOf } from './golden';
import { Kernel, type KernelExports } from './kernel';

/** A kernel that has been tried, and what trains with it. */
export interface Opened {
  readonly kernel: Kernel;
  readonly core: Core;
}

/**
 * Tries a kernel: null if it cannot be instantiated here (no WebAssembly, no SIMD, no memory) or does not give the
 * golden bits. The reference then takes over, more slowly.
 */
export function openKernel(instantiate: () => KernelExports): Opened | null {
  try {
    const kernel = new Kernel(instantiate);
    const core = byLanes(kernel);
    return goldenOf(core) === GOLDEN ? { kernel, core } : null;
  } catch {
    return null;
  }
}
