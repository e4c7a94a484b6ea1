import type { Group } from '../network';
import type { Dense } from './dense';

/** A dense layer's weights and biases. */
export function groupsOf({ before, neurons, first }: Dense): Group[] {
  const weights = neurons * before;
  return [
    { kind: 'weights', first, count: weights, before, after: neurons },
    { kind: 'biases', first: first + weights, count: neurons, before, after: neurons },
  ];
}
