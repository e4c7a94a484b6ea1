import address from '../../kernel/generated/kernel.wasm?url';
import type { KernelExports } from '#shared/training/lanes/kernel';
import { openKernel, type Opened } from '#shared/training/lanes/open';

/** Fetches the training kernel; null on a device that cannot run it, or when it does not arrive. */
export async function fetchKernel(): Promise<Opened | null> {
  try {
    const answer = await fetch(address);
    const module = await WebAssembly.compile(await answer.arrayBuffer());
    return openKernel(() => new WebAssembly.Instance(module).exports as unknown as KernelExports);
  } catch {
    return null;
  }
}
