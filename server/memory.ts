import { setFlagsFromString } from 'node:v8';

/**
 * How much a WebAssembly function must have run before V8 compiles it once more, optimised: V8's own budget, a few
 * hundred times over. The only such code is Prisma's query compiler, which runs when somebody signs in or a session
 * starts; optimising it keeps 70 MB for good, a third of what the server needs, and gains milliseconds.
 */
const TIERING_BUDGET = 1_000_000_000;

/** Has to be called before the database is opened. */
export const spareMemory = (): void => setFlagsFromString(`--wasm-tiering-budget=${TIERING_BUDGET}`);
