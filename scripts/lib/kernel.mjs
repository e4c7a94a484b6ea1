import { mkdirSync } from 'node:fs';
import { at } from './paths.mjs';
import { runNode } from './run.mjs';
import { Stop } from './say.mjs';

export const KERNEL = 'kernel/generated/kernel.wasm';

/**
 * Memory in pages of 64 kB. The first 4 MB are enough for nearly every lesson: growing takes the buffer away from the
 * views on it, and once that has happened V8 trains a third slower in JavaScript, because it then asks every typed
 * array whether its buffer is still there. No job within the limits needs 256 MB.
 * AS112 warns that pages cannot pass vectors; none is passed.
 */
const OPTIONS = [
  '-O3',
  '--converge',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--initialMemory',
  '64',
  '--maximumMemory',
  '4096',
  '--disableWarning',
  '112',
];

/** Compiles the kernel's sources to WebAssembly with SIMD. */
export async function compileKernel() {
  mkdirSync(at('kernel/generated'), { recursive: true });
  const compiler = at('node_modules/assemblyscript/bin/asc.js');
  const { code, output } = await runNode(compiler, ['kernel/index.ts', '--outFile', KERNEL, ...OPTIONS], {
    quiet: true,
  });
  if (code !== 0) throw new Stop(`The training kernel could not be compiled:\n${output}`);
}
