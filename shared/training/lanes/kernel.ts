/**
 * The kernel's exports: its memory, and functions that work on it. Its sources are in kernel/. Whoever loads its bytes
 * hands in a function that makes instances, because shared/ has no WebAssembly.
 */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  /** Carries out the program from address `program` to before `end`, for so many samples. */
  readonly execute: (program: number, end: number, rows: number) => void;
  /** Trains for up to `count` epochs; see kernel/epochs.ts. Returns how many were done. */
  readonly trainEpochs: (task: number, count: number, losses: number, ignored: number) => number;
  /** Writes the sum of the costs since the last call to `to`, a number for each lane. */
  readonly takeLoss: (to: number) => void;
  /** Turns `count` single floats at `x` into vectors that hold the same number in all lanes. */
  readonly broadcast: (x: number, count: number, to: number) => void;
  /** Turns the single floats of 4 x `rows` samples into rows of vectors: four samples a row, one in each lane. */
  readonly interleave: (x: number, rows: number, inputs: number, to: number) => void;
}

/** A memory that has grown beyond this is given up after its job: it cannot shrink. Bytes. */
const KEPT = 33_554_432;

/** The kernel, ready to be used: instances that are not in use are kept, so that memory is taken once. */
export class Kernel {
  readonly #spare: KernelExports[] = [];
  readonly #instantiate: () => KernelExports;

  constructor(instantiate: () => KernelExports) {
    this.#instantiate = instantiate;
  }

  take(): KernelExports {
    return this.#spare.pop() ?? this.#instantiate();
  }

  giveBack(exports: KernelExports): void {
    if (exports.memory.buffer.byteLength <= KEPT) this.#spare.push(exports);
  }
}
