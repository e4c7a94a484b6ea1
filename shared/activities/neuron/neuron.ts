import * as v from 'valibot';
import type { Rng } from '../../rng';

/** Sliders move in tenths, as integers: `z >= 0` is decided exactly (0.1 + 0.2 - 0.3 must be 0). */
export const STEP = 5;
export const MAX_WEIGHT = 20;
export const MAX_BIAS = 30;

const tenths = v.pipe(v.number(), v.integer());

/** Weights (one for each input) and the bias, in tenths. */
export const neuron = v.strictObject({
  w: v.pipe(v.array(tenths), v.minLength(1), v.maxLength(2)),
  b: tenths,
});
export type Neuron = v.InferOutput<typeof neuron>;

/** z = w.x + b in tenths: an exact integer for integer inputs. */
export const weightedSum = ({ w, b }: Neuron, x: readonly number[]): number =>
  w.reduce((z, weight, i) => z + weight * (x[i] ?? 0), b);

/** y = 1 if z >= 0, else 0. */
export const fires = (neuron: Neuron, x: readonly number[]): 0 | 1 => (weightedSum(neuron, x) >= 0 ? 1 : 0);

const onGrid = (value: number, limit: number) => Math.abs(value) <= limit && value % STEP === 0;

/** Whether the sliders can be set so. */
export const settable = ({ w, b }: Neuron): boolean =>
  w.every((weight) => onGrid(weight, MAX_WEIGHT)) && onGrid(b, MAX_BIAS);

const anywhere = (limit: number, random: Rng) => STEP * (random.below((2 * limit) / STEP + 1) - limit / STEP);

/** The bias set blindly. */
export const randomBias = (random: Rng): number => anywhere(MAX_BIAS, random);

/** Sliders set blindly. */
export const randomNeuron = (inputs: number, random: Rng): Neuron => ({
  w: Array.from({ length: inputs }, () => anywhere(MAX_WEIGHT, random)),
  b: randomBias(random),
});
