/**
 * The operations of the kernel and their numbers, those of kernel/interpreter.ts. `...Backward` is the way back of the
 * operation before it: from the errors of its results to those of what it read. Each is a function in kernel/, where its
 * comment gives the formula.
 */
export const OPERATIONS = {
  weightedSums: 1,
  activation: 2,
  costs: 3,
  weightGradient: 4,
  inputErrors: 5,
  activationBackward: 6,
  sgdStep: 7,
  momentumStep: 8,
  adamStep: 9,
  l2Gradient: 10,
  l1SoftThreshold: 11,
  clear: 12,
  copyRows: 13,
  im2col: 14,
  col2im: 15,
  pool: 16,
  poolBackward: 17,
  embedding: 18,
  embeddingBackward: 19,
  addRows: 20,
  layerNorm: 21,
  layerNormBackward: 22,
  attention: 23,
  attentionBackward: 24,
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

  /** `before`: the integers of the operations that come first. */
  constructor(before: readonly number[] = []) {
    this.ints = [...before];
  }

  /** `rows`: rows of the operation for each sample. The arguments are addresses, counts, and bits of floats (`bitsOf`). */
  add(operation: Operation, rows: number, ...args: readonly number[]): this {
    this.ints.push(OPERATIONS[operation], args.length + 3, rows, ...args);
    return this;
  }
}
