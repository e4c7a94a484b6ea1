import type { Submission } from '#shared/activities/rnn-memory/config';
import { courseOf, type Bit } from '#shared/activities/rnn-memory/neuron';
import * as m from '../../i18n/generated/messages.js';

/** What becomes of two strings that begin with +1 and −1 and go on alike: h after the last step. */
export interface Ends {
  readonly plus: number;
  readonly minus: number;
}

export function endsOf(neuron: Submission, noise: ArrayLike<number>): Ends {
  const end = (bit: Bit) => courseOf(neuron, bit, noise).at(-1) ?? 0;
  return { plus: end(1), minus: end(-1) };
}

/** So near to each other nobody sees two h in the picture; so far apart they are told apart at a glance. */
const NEAR = 0.02;
const FAR = 1;

/** Whether the first bit can still be seen, in a word. */
export function stateOfEnds({ plus, minus }: Ends): string {
  const apart = plus - minus;
  if (Math.abs(apart) < NEAR) return m.rnn_memory_same();
  if (Math.abs(apart) < FAR) return m.rnn_memory_near();
  return apart > 0 ? m.rnn_memory_apart() : m.rnn_memory_swapped();
}
