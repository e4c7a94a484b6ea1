import { gate, network, xor } from './neurons';
import { cloud, neuron, penguins, valley } from './planes';
import { race } from './race';
import type { Place } from './scenes';

/** Every kind in which something is tuned, in the order of the lesson. */
export const places: readonly Place[] = [cloud, gate, penguins, xor, network, valley, race, neuron];
