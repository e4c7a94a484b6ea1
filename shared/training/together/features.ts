import { tanh } from '../math';
import type { Points } from '../samples';

/** A hidden neuron tanh(SHARPNESS (w.x + b)) whose w has length 1: a line, which b shifts. */
export interface Neuron {
  readonly w: readonly [number, number];
  readonly b: number;
}

/** How steeply a neuron goes from one side of its line to the other, for each unit of distance. */
export const SHARPNESS = 2;

/** What a neuron says of a point; in 32 bits, as the whole core does. */
export const fired = ({ w, b }: Neuron, x0: number, x1: number): number =>
  tanh(Math.fround(SHARPNESS * (w[0] * x0 + w[1] * x1 + b)));

/** A column of numbers, one for each point. */
export type Column = Float64Array;

/** What a neuron says of each point. */
export function column(neuron: Neuron, x: ArrayLike<number>): Column {
  const said = new Float64Array(x.length / 2);
  for (let i = 0; i < said.length; i++) said[i] = fired(neuron, x[2 * i] as number, x[2 * i + 1] as number);
  return said;
}

/** The columns of a layer: ones for the bias of the output, then one for each neuron. */
export const layer = (neurons: readonly Neuron[], x: ArrayLike<number>): Column[] => [
  new Float64Array(x.length / 2).fill(1),
  ...neurons.map((neuron) => column(neuron, x)),
];

/** y* as the output is to say it: 1 or -1. */
export const targets = ({ y }: Points): Column => Float64Array.from(y, (one) => 2 * one - 1);

export function dot(a: Column, b: Column): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Adds `times` a column to another one, in place. */
export function add(to: Column, times: number, from: Column): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + times * (from[i] as number);
}
