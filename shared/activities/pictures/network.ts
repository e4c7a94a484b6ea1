import * as v from 'valibot';

const layerSize = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10));

/** How many neurons each layer has, the inputs first: ten layers that compute at most. */
export const layers = v.pipe(v.array(layerSize), v.minLength(2), v.maxLength(11));

/** A network that may be seen while a step is open: `weights` names the matrices W₁, W₂, ... under their arrows. */
export const network = v.strictObject({
  draws: v.literal('network'),
  layers,
  names: v.exactOptional(v.literal('weights')),
});
export type NetworkPicture = v.InferOutput<typeof network>;

/** The weights and the biases of each layer that computes, in order. */
export const parametersOf = (
  layers: readonly number[],
): readonly { readonly weights: number; readonly biases: number }[] =>
  layers.slice(1).map((biases, i) => ({ weights: biases * (layers[i] ?? 0), biases }));
