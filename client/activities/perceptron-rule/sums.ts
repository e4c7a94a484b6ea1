import { weightedSum, type Neuron } from '#shared/activities/neuron/neuron';

/** A number of tenths that is a whole one, with a true minus sign. */
export const whole = (tenths: number): string => `${tenths < 0 ? '−' : ''}${Math.abs(tenths / 10)}`;

/** The sum as it is written by hand: "1·0 + 2·1 − 1 = 1 ≥ 0". */
export function sumOf(neuron: Neuron, x: readonly number[]): string {
  const terms = neuron.w.map((weight, i) => `${whole(weight)}·${x[i] ?? 0}`).join(' + ');
  const z = weightedSum(neuron, x);
  const bias = `${neuron.b < 0 ? '−' : '+'} ${whole(Math.abs(neuron.b))}`;
  return `${terms} ${bias} = ${whole(z)} ${z >= 0 ? '≥' : '<'} 0`;
}

export const pairOf = (numbers: readonly (number | string)[]): string => `(${numbers.join(', ')})`;
