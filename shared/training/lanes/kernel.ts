/**
 * The kernel's exports: operations on one memory. Its sources are in kernel/; whoever loads its bytes hands in a
 * way to make instances, because there is no WebAssembly in shared/.
 */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  /** Carries out a program, from its first byte to behind its last, for so many samples. */
  readonly run: (program: number, end: number, rows: number) => void;
  /** Trains for up to `count` epochs; see kernel/epochs.ts. Returns how many were done. */
  readonly epochs: (board: number, count: number, losses: number, lost: number) => number;
  /** Moves the sum of costs to `to`, and begins at 0 again. */
  readonly takeLoss: (to: number) => void;
  /** Brings `count` single floats into vectors, the same in all lanes. */
  readonly spread: (x: number, count: number, to: number) => void;
  /** Brings rows of four samples each into vectors, one sample in each lane. */
  readonly deal: (x: number, rows: number, inputs: number, to: number) => void;
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
