import { incomingOf, neuronsOf, type NeuronIndex } from '#shared/training/neuron-map';
import type { Inside } from '../../../../workers/preview';
import type { Sheet } from '../../../kit/painting.svelte';
import { shaded } from '../../plane/plot';

/** Room for the names of the inputs, left of the first wires, px. */
export const NAMES = 14;

/** Between a neuron's picture and its neighbours, px. */
const GAP = 6;

/** A thin line still tells its sign by its dashes; the thickest is that of the largest weight, px. */
const WIRE = { thin: 0.8, thick: 3.2 };

/** Where something stands in the drawing of a network: shares of the width between the first and the last column, and of the height. */
export interface Spot {
  readonly across: number;
  readonly down: number;
}

export interface NeuronSpot extends NeuronIndex, Spot {}

/** The inputs of the first layer: x0 and x1. */
export const inputSpots: readonly Spot[] = [
  { across: 0, down: 0.25 },
  { across: 0, down: 0.75 },
];

/** Every neuron, in the order of the maps: a column for each layer. */
export const neuronSpots = (layers: readonly number[]): readonly NeuronSpot[] =>
  neuronsOf(layers).map((neuron) => ({
    ...neuron,
    across: neuron.layer / (layers.length + 1),
    down: (neuron.neuron + 0.5) / (layers[neuron.layer - 1] ?? 1),
  }));

/** Neurons of the largest column, the inputs among them. */
export const tallest = (layers: readonly number[]): number => Math.max(2, ...layers);

/** Paints every neuron's map on its spot, above the weights between them; the chosen neuron's stand out. */
export function paintInside(
  sheet: Sheet,
  { maps, weights }: Inside,
  layers: readonly number[],
  side: number,
  chosen: NeuronIndex,
): void {
  const { pen, width, height, colours } = sheet;
  const spots = neuronSpots(layers);
  const cell = height / tallest(layers);
  const at = ({ across, down }: Spot) =>
    [NAMES + across * (width - NAMES - cell / 2), down * height] as const;
  paintWires(sheet, spots, weights, layers, chosen, at);
  const size = cell - GAP;
  const picture = shaded(maps, side, colours);
  spots.forEach((spot, i) => {
    const [x, y] = at(spot);
    pen.drawImage(picture, 0, i * side, side, side, x - size / 2, y - size / 2, size, size);
  });
}

/** Blue and solid what is above 0, orange and dashed what is below; the thicker, the larger. */
function paintWires(
  { pen, colours }: Sheet,
  spots: readonly NeuronSpot[],
  weights: Float32Array,
  layers: readonly number[],
  chosen: NeuronIndex,
  at: (spot: Spot) => readonly [number, number],
): void {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;
  for (const spot of spots) {
    const from = spot.layer === 1 ? inputSpots : spots.filter(({ layer }) => layer === spot.layer - 1);
    const mine = spot.layer === chosen.layer && spot.neuron === chosen.neuron;
    pen.globalAlpha = mine ? 1 : 0.35;
    incomingOf(weights, layers, spot).weights.forEach((weight, j) => {
      const start = from[j];
      if (!start) return;
      pen.lineWidth = WIRE.thin + (WIRE.thick - WIRE.thin) * (Math.abs(weight) / largest);
      pen.strokeStyle = weight < 0 ? colours.zero : colours.one;
      pen.setLineDash(weight < 0 ? [4, 3] : []);
      pen.beginPath();
      pen.moveTo(...at(start));
      pen.lineTo(...at(spot));
      pen.stroke();
    });
  }
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}
