import bytes from '../../kernel/generated/kernel.wasm';
import type { KernelExports } from '#shared/training/lanes/kernel';
import { openKernel, type Opened } from '#shared/training/lanes/open';

/** The compiled kernel on this thread; null where it does not run as it should. */
export function loadKernel(): Opened | null {
  return openKernel(() => {
    const module = new WebAssembly.Module(bytes);
    return new WebAssembly.Instance(module).exports as KernelExports;
  });
}
