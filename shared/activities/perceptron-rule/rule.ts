import { fires, type Neuron } from '../neuron/neuron';
import { rowsOf, type Row } from '../neuron/truth-table';
import type { Decision } from './config';

/** A sample, the neuron that it meets, and what the rule makes of both. Neurons are in tenths. */
export interface Turn {
  readonly sample: Row;
  readonly before: Neuron;
  /** What the neuron says of it. */
  readonly y: 0 | 1;
  readonly decision: Decision;
  readonly after: Neuron;
}

export const START: Neuron = { w: [0, 0], b: 0 };

/** A whole unit, in tenths: the learning rate is 1. */
const UNIT = 10;

const signOf: Readonly<Record<Decision, number>> = { leave: 0, add: 1, take: -1 };

/** y* − y says it: 1 the sum was too small, −1 it was too large, 0 there is nothing to correct. */
const decisionFor = (wanted: 0 | 1, y: 0 | 1): Decision =>
  wanted === y ? 'leave' : wanted === 1 ? 'add' : 'take';

const moved = ({ w, b }: Neuron, { x }: Row, decision: Decision): Neuron => ({
  w: w.map((weight, i) => weight + signOf[decision] * UNIT * (x[i] ?? 0)),
  b: b + signOf[decision] * UNIT,
});

export function turnOf(before: Neuron, sample: Row): Turn {
  const y = fires(before, sample.x);
  const decision = decisionFor(sample.y, y);
  return { sample, before, y, decision, after: moved(before, sample, decision) };
}

/**
 * The perceptron rule (Rosenblatt 1957) over samples, one after the other: w ← w + η(y* − y)x, b ← b + η(y* − y), with
 * η = 1 and from the start.
 */
export function walk(samples: readonly Row[]): readonly Turn[] {
  const turns: Turn[] = [];
  for (const sample of samples) turns.push(turnOf(turns.at(-1)?.after ?? START, sample));
  return turns;
}

const rows = rowsOf('or');

/** Rows of the table by their numbers. */
export const samplesIn = (order: readonly number[]): readonly Row[] =>
  order.flatMap((row) => rows[row] ?? []);
