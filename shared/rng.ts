/**
 * Randomness as data. A seed is 128 bits, written as 32 hexadecimal digits; the same seed and stream give the
 * same numbers in every engine, because only 32-bit integer operations are used.
 */
export type Seed = string;

/** A stream of numbers. */
export interface Rng {
  /** The next integer of 32 bits, 0 .. 2^32 - 1. */
  readonly uint32: () => number;
  /** The next number in [0, 1), a multiple of 2^-32. */
  readonly unit: () => number;
  /** The next integer in [0, bound); `bound` from 1 to 2^32. */
  readonly below: (bound: number) => number;
}

/** Four 32-bit words from a text: the cyrb128 hash (bryc, public domain). */
function words(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}

/** Four words of 32 bits: where a stream stands. */
export type RngState = [number, number, number, number];

/** The next integer of a stream, which moves on. sfc32 (C. Doty-Humphrey, PractRand). */
function next(state: RngState): number {
  const [a, b, c, d] = state;
  const t = (((a + b) | 0) + d) | 0;
  state[0] = b ^ (b >>> 9);
  state[1] = (c + (c << 3)) | 0;
  state[2] = (((c << 21) | (c >>> 11)) + t) | 0;
  state[3] = (d + 1) | 0;
  return t >>> 0;
}

/** Where the stream named `label` of `seed` begins. */
export function streamOf(seed: Seed, label: string): RngState {
  const state = words(`${seed}/${label}`);
  for (let i = 0; i < 12; i++) next(state);
  return state;
}

/** The stream named `label` of `seed`: independent streams have different labels. */
export function rng(seed: Seed, label: string): Rng {
  const state = streamOf(seed, label);
  const uint32 = () => next(state);
  const unit = () => uint32() / 4294967296;
  return { uint32, unit, below: (bound) => Math.floor(unit() * bound) };
}

/** A seed derived from another one: the secret of a step, the order of a seat. */
export function derive(seed: Seed, label: string): Seed {
  const [a, b, c, d] = words(`${seed}:${label}`);
  return hex(a) + hex(b) + hex(c) + hex(d);
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const byteOf = (word: number, shift: number): string => BYTES[(word >>> shift) & 255] as string;

/** Eight digits, from a table: a seat's orders in all steps are derived when it comes. */
const hex = (word: number): string => byteOf(word, 24) + byteOf(word, 16) + byteOf(word, 8) + byteOf(word, 0);

/** `items` in random order (Fisher and Yates); the argument stays as it is. */
export function shuffled<T>(items: readonly T[], random: Rng): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = out[i] as T;
    out[i] = out[j] as T;
    out[j] = held;
  }
  return out;
}
