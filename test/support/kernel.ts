import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KernelExports } from '#shared/training/lanes/kernel';
import { openKernel, type Opened } from '#shared/training/lanes/open';

/** The compiled kernel's bytes. */
export const kernelBytes = () => readFileSync(resolve('kernel/generated/kernel.wasm'));

/** The kernel; a test that needs it fails where it does not run. */
export function kernelHere(): Opened {
  const module = new WebAssembly.Module(kernelBytes());
  const opened = openKernel(() => new WebAssembly.Instance(module).exports as unknown as KernelExports);
  if (!opened) throw new Error('the kernel does not run here, or gives other bits');
  return opened;
}
