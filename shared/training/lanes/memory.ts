import type { KernelExports } from './kernel';

/** The lanes of a vector: runs that are trained side by side. */
export const LANES = 4;
/** Bytes of a vector, a number of each lane, and of a single number. */
export const VECTOR = 16;
const NUMBER = 4;

/** Addresses below this are the kernel's own. */
const BASE = 8_192;
const PAGE = 65_536;

/** The address of a program's first byte, and that behind its last. */
export interface Stored {
  readonly at: number;
  readonly end: number;
}

/** A kernel's memory, given out piece by piece, never taken back. All addresses are in bytes. */
export class Memory {
  #end = BASE;
  readonly #kernel: KernelExports;

  constructor(kernel: KernelExports) {
    this.#kernel = kernel;
  }

  vectors(count: number): number {
    return this.#take(count * VECTOR);
  }

  numbers(count: number): number {
    return this.#take(count * NUMBER);
  }

  /** A view of the whole memory. It becomes empty when the memory grows, so make a new one each time. */
  get floats(): Float32Array {
    return new Float32Array(this.#kernel.memory.buffer);
  }

  get ints(): Int32Array {
    return new Int32Array(this.#kernel.memory.buffer);
  }

  /** The numbers of one lane, `count` from `at` on. */
  lane(at: number, count: number, lane: number): Float32Array {
    const { floats } = this;
    const values = new Float32Array(count);
    const from = at / NUMBER + lane;
    for (let i = 0; i < count; i++) values[i] = floats[from + i * LANES] as number;
    return values;
  }

  /** Whether all numbers of one lane are finite, `count` from `at` on. */
  isFinite(at: number, count: number, lane: number): boolean {
    const { floats } = this;
    const from = at / NUMBER + lane;
    let sum = 0;
    // 0 times anything finite is 0; an infinity or a NaN leaves a NaN.
    for (let i = 0; i < count; i++) sum += 0 * (floats[from + i * LANES] as number);
    return sum === 0;
  }

  setLane(at: number, lane: number, values: ArrayLike<number>): void {
    const { floats } = this;
    for (let i = 0; i < values.length; i++) floats[at / NUMBER + i * LANES + lane] = values[i] as number;
  }

  setNumbers(at: number, values: ArrayLike<number>): void {
    this.floats.set(values, at / NUMBER);
  }

  setInts(at: number, values: ArrayLike<number>): void {
    this.ints.set(values, at / NUMBER);
  }

  /** Writes a program, and tells where it stands. */
  store(ints: ArrayLike<number>): Stored {
    const at = this.numbers(ints.length);
    this.setInts(at, ints);
    return { at, end: at + ints.length * NUMBER };
  }

  /** The address of so many bytes, filled with 0 and aligned to a vector; the memory grows if it must. */
  #take(bytes: number): number {
    const at = this.#end;
    this.#end += Math.ceil(bytes / VECTOR) * VECTOR;
    const { buffer, grow } = this.#kernel.memory;
    const missing = this.#end - buffer.byteLength;
    if (missing > 0) grow.call(this.#kernel.memory, Math.ceil(missing / PAGE));
    this.ints.fill(0, at / NUMBER, this.#end / NUMBER);
    return at;
  }
}
