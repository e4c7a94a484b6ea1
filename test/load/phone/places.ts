import { query } from './attention';
import { kernel } from './kernel';
import { gate, network, xor } from './neurons';
import { cloud, hill, neuron, penguins, valley } from './planes';
import { race } from './race';
import type { Place } from './scenes';
import { cell } from './sequences';

/** Every kind in which something is tuned, in the order of the lesson. */
export const places: readonly Place[] = [
  cloud,
  gate,
  penguins,
  xor,
  network,
  valley,
  race,
  hill,
  neuron,
  kernel,
  cell,
  query,
];
