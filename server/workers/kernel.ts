import { setFlagsFromString } from 'node:v8';
import bytes from '../../kernel/generated/kernel.wasm';
import type { KernelExports } from '#shared/training/lanes/kernel';
import { openKernel, type Opened } from '#shared/training/lanes/open';

/**
 * V8 optimises WebAssembly only after it has run for a while, and this process tells it to wait longer still (see
 * server/memory.ts), while a class's jobs are over in half a second. So the kernel is compiled with the optimising
 * compiler from the start; the flag is put back at once.
 */
function compiled(): WebAssembly.Module {
  setFlagsFromString('--no-liftoff');
  try {
    return new WebAssembly.Module(bytes);
  } finally {
    setFlagsFromString('--liftoff');
  }
}

/** The compiled kernel on this thread; null where it does not run as it should. */
export function loadKernel(): Opened | null {
  let module: WebAssembly.Module | undefined;
  return openKernel(() => {
    module ??= compiled();
    return new WebAssembly.Instance(module).exports as KernelExports;
  });
}
