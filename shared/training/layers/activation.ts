import { activate, slope, type ActivationCode } from '../activation';

const f = Math.fround;

/** Replaces weighted sums by outputs. */
export function activateAll(code: ActivationCode, values: Float32Array, first: number, count: number): void {
  for (let i = first; i < first + count; i++) values[i] = activate(code, values[i] as number);
}

/** Replaces the errors of outputs by the deltas of sums: each error times the slope of its neuron. */
export function activationBackward(
  code: ActivationCode,
  outputs: Float32Array,
  errors: Float32Array,
  first: number,
  count: number,
): void {
  for (let i = first; i < first + count; i++) {
    errors[i] = f((errors[i] as number) * slope(code, outputs[i] as number));
  }
}
