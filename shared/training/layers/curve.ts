import { activate, slope, type Curve } from '../activation';

const f = Math.fround;

/** Sums become outputs, in their place. */
export function bend(curve: Curve, values: Float32Array, first: number, count: number): void {
  for (let i = first; i < first + count; i++) values[i] = activate(curve, values[i] as number);
}

/** Shares of the error become deltas, in their place: each times the slope that its neuron's output tells. */
export function straighten(
  curve: Curve,
  outputs: Float32Array,
  shares: Float32Array,
  first: number,
  count: number,
): void {
  for (let i = first; i < first + count; i++) {
    shares[i] = f((shares[i] as number) * slope(curve, outputs[i] as number));
  }
}
