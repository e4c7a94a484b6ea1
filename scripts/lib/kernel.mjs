import { mkdirSync } from 'node:fs';
import { at } from './paths.mjs';
import { runNode } from './run.mjs';
import { Stop } from './say.mjs';

export const KERNEL = 'kernel/generated/kernel.wasm';

/** AS112 warns that pages cannot pass vectors; none is passed. */
const OPTIONS = [
  '-O3',
  '--converge',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
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
