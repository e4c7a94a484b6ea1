import { rng, type Seed } from '../../rng';
import { tanh } from '../../training/math';
import { LENGTHS, type Submission } from './config';
import { NOISE, normal } from './noise';
import { keyOf } from './neuron';

/** Strings that score and that nobody sees: each noise once after +1 and once after −1. */
export const STRINGS = 2_000;
const NOISES = STRINGS / 2;

/** The share of the hidden strings whose first bit is the sign of h, at each length. */
export type Accuracies = readonly [number, number, number];

/** The noise of a step, and what has been counted on it. */
interface Hidden {
  readonly noise: Float32Array;
  readonly counted: Map<string, Accuracies>;
}

/** A class sends many submissions to one step, and few steps are played at once. */
const kept = new Map<Seed, Hidden>();
const KEPT = 4;

function hiddenOf(secret: Seed): Hidden {
  const known = kept.get(secret);
  if (known) return known;
  const noise = normal(rng(secret, 'rnn-memory'), NOISES * NOISE);
  const made = { noise, counted: new Map<string, Accuracies>() };
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size + 1 - KEPT))) kept.delete(oldest);
  kept.set(secret, made);
  return made;
}

/** How a neuron does on a step's hidden strings, at each length. */
export function accuraciesOf(neuron: Submission, secret: Seed): Accuracies {
  const { noise, counted } = hiddenOf(secret);
  const key = keyOf(neuron);
  const known = counted.get(key);
  if (known) return known;
  const found = counting(neuron, noise);
  counted.set(key, found);
  return found;
}

function counting(neuron: Submission, noise: Float32Array): Accuracies {
  const right: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < NOISES; i++) readBoth(neuron, noise.subarray(i * NOISE, (i + 1) * NOISE), right);
  const [a, b, c] = right;
  return [a / STRINGS, b / STRINGS, c / STRINGS];
}

/**
 * Reads the two strings of one noise and adds what is right at each length: the answer is +1 where h is above 0, else −1.
 * Two that have met stay together, and one of them is right.
 */
function readBoth({ h, x, b }: Submission, noise: Float32Array, right: [number, number, number]): void {
  const [wh, wx, bias] = [h / 10, x / 10, b / 10];
  let up = tanh(wx + bias);
  let down = tanh(bias - wx);
  let read = 0;
  for (const at of [0, 1, 2] as const) {
    for (; read < LENGTHS[at] - 1 && up !== down; read++) {
      const heard = wx * (noise[read] ?? 0) + bias;
      up = tanh(wh * up + heard);
      down = tanh(wh * down + heard);
    }
    right[at] += Number(up > 0) + Number(down <= 0);
  }
}
