import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KernelExports } from '#shared/training/lanes/kernel';
import { openKernel, type Opened } from '#shared/training/lanes/open';
import type { TrainingRequest, TrainingResult } from '#shared/training/request';
import { train } from '#shared/training/train';

/** The compiled kernel's bytes. */
export const kernelBytes = () => readFileSync(resolve('kernel/generated/kernel.wasm'));

/** The kernel, compiled. */
export const kernelModule = () => new WebAssembly.Module(kernelBytes());

/** The kernel; a test that needs it fails where it does not run. */
export function kernelHere(): Opened {
  const module = kernelModule();
  const opened = openKernel(() => new WebAssembly.Instance(module).exports as unknown as KernelExports);
  if (!opened) throw new Error('the kernel does not run here, or gives other bits');
  return opened;
}

let opened: Opened | undefined;

/**
 * Trains as the server does, with the kernel: the bits are the reference's (test/contract/lanes.test.ts), and come many
 * times sooner. For tests of what networks learn, not of how.
 */
export function trainByKernel(request: TrainingRequest): TrainingResult {
  opened ??= kernelHere();
  return train(request, opened.core);
}
