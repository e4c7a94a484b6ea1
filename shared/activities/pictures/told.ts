import * as v from 'valibot';
import { layers } from './network';

/**
 * What is drawn at the reveal and no earlier, because it holds the answer. A network tells the shape of its last
 * `matrix`, how many `parameters` each layer has, or that without σ it is `folded` into a single layer.
 */
export const told = v.variant('draws', [
  v.strictObject({
    draws: v.literal('network'),
    layers,
    tells: v.picklist(['matrix', 'parameters', 'folded']),
  }),
  /** Anscombe's four clouds with their common line. */
  v.strictObject({ draws: v.literal('anscombe') }),
]);
export type Told = v.InferOutput<typeof told>;
