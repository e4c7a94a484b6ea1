/** The kinds of operations, as kernel/machine.ts knows them. */
export const OPERATIONS = {
  sums: 1,
  bend: 2,
  costs: 3,
  derivatives: 4,
  shares: 5,
  straighten: 6,
  descend: 7,
  roll: 8,
  adapt: 9,
  pull: 10,
  shrink: 11,
  clear: 12,
  copy: 13,
  cut: 14,
  mend: 15,
  pool: 16,
  unpool: 17,
  embed: 18,
  unembed: 19,
  add: 20,
  norm: 21,
  unnorm: 22,
  attend: 23,
  unattend: 24,
} as const;
export type Operation = keyof typeof OPERATIONS;

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** A float as the integer of the same bits. */
export function bitsOf(value: number): number {
  float[0] = value;
  return bits[0] as number;
}

/** A list of operations for the kernel. */
export class Program {
  readonly ints: number[];

  /** `before`: operations that come first. */
  constructor(before: readonly number[] = []) {
    this.ints = [...before];
  }

  /** `rows`: rows of the operation for each sample. The arguments are addresses, counts, and bits of floats. */
  add(operation: Operation, rows: number, ...args: readonly number[]): this {
    this.ints.push(OPERATIONS[operation], args.length + 3, rows, ...args);
    return this;
  }
}
