import type { KernelExports } from '#shared/training/lanes/kernel';
import { openKernel, type Opened } from '#shared/training/lanes/open';

/** What a training thread is handed when it starts: the kernel, compiled once for all of them. */
export interface Handed {
  readonly kernel: WebAssembly.Module | null;
}

/** A compiled kernel on this thread; null where there is none, or it does not run as it should. */
export const openCompiled = (kernel: WebAssembly.Module | null): Opened | null =>
  kernel && openKernel(() => new WebAssembly.Instance(kernel).exports as KernelExports);

/** The kernel that this thread was handed. */
export const openHanded = (workerData: unknown): Opened | null => openCompiled((workerData as Handed).kernel);
