import { setFlagsFromString } from 'node:v8';
import bytes from '../../kernel/generated/kernel.wasm';

/**
 * How the kernel is compiled. V8 optimises WebAssembly only after it has run for a while, and this process tells it to
 * wait longer still (see server/memory.ts), while a class's jobs are over in half a second: so all of it is compiled
 * with the optimising compiler from the start. That one inlines by what the simple compiler has counted; without
 * counts V8 14 ends the process, so it may not.
 */
const OPTIMISED = ['--no-liftoff', '--no-wasm-lazy-compilation'];
const AS_BEFORE = ['--liftoff', '--wasm-lazy-compilation'];

/** V8 13, in Node 24, is the first to inline unasked; the one before does not know the flag, and complains of it. */
if (Number.parseInt(process.versions.v8, 10) >= 13) {
  OPTIMISED.push('--no-wasm-inlining');
  AS_BEFORE.push('--wasm-inlining');
}

/**
 * The compiled kernel, for every thread; null where there is no WebAssembly. The flags are the whole process's: it has
 * to be compiled before anything else that is WebAssembly (Prisma's query compiler is), so before the database opens.
 */
export function compileKernel(): WebAssembly.Module | null {
  for (const flag of OPTIMISED) setFlagsFromString(flag);
  try {
    return new WebAssembly.Module(bytes);
  } catch {
    return null;
  } finally {
    for (const flag of AS_BEFORE) setFlagsFromString(flag);
  }
}
