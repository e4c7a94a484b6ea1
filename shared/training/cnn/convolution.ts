import { curveOf } from '../activation';
import { bend, straighten } from '../layers/curve';
import { derivatives, shares, sums } from '../layers/dense';
import { gather, placesOf, scatter, sizeOf } from '../layers/patches';
import { pooled, poolOf, unpooled, type Pool } from '../layers/pool';
import type { Stage } from './shape';

const RELU = curveOf('relu');

/** One convolution with relu and pooling, and the arrays it works in. */
export interface Convolving {
  readonly stage: Stage;
  readonly places: Uint32Array;
  /** The present sample's patches, position by position. */
  readonly patches: Float32Array;
  /** The kernels' outputs at every position. */
  readonly outputs: Float32Array;
  /** The derivative of the cost by each of their sums. */
  readonly deltas: Float32Array;
  readonly pool: Pool;
  /** What goes on to the next layer. */
  readonly pooled: Float32Array;
  /** One patch's shares of the error. */
  readonly patch: Float32Array;
  /** The shares of the maps before it. */
  readonly shares: Float32Array;
}

export function convolving(stage: Stage): Convolving {
  const places = placesOf(stage.before);
  return {
    stage,
    places,
    patches: new Float32Array(places.length),
    outputs: new Float32Array(sizeOf(stage.after)),
    deltas: new Float32Array(sizeOf(stage.after)),
    pool: poolOf(stage.kind, stage.after, stage.width),
    pooled: new Float32Array(sizeOf(stage.pooled)),
    patch: new Float32Array(stage.kernels.before),
    shares: new Float32Array(sizeOf(stage.before)),
  };
}

/** From the maps that begin at x[at] to `pooled`. */
export function convolve(layer: Convolving, weights: Float32Array, x: Float32Array, at: number): void {
  const { places, patches, outputs, pool } = layer;
  const { kernels } = layer.stage;
  gather(places, x, at, patches);
  for (let input = 0, output = 0; output < outputs.length; input += kernels.before, output += kernels.neurons)
    sums(kernels, weights, patches, input, outputs, output);
  bend(RELU, outputs, 0, outputs.length);
  pooled(pool, outputs, layer.pooled);
}

/**
 * From the shares of `pooled`, which begin at from[at], to the derivatives: positions one after the other. With
 * `toMaps` also to the `shares` of the maps before: each patch's are summed over the kernels, then added pixel by
 * pixel.
 */
export function unconvolve(
  layer: Convolving,
  weights: Float32Array,
  gradient: Float32Array,
  from: Float32Array,
  at: number,
  toMaps: boolean,
): void {
  const { places, patches, outputs, deltas, pool, patch } = layer;
  const { kernels } = layer.stage;
  unpooled(pool, from, at, deltas);
  straighten(RELU, outputs, deltas, 0, outputs.length);
  if (toMaps) layer.shares.fill(0);
  for (
    let input = 0, output = 0;
    output < deltas.length;
    input += kernels.before, output += kernels.neurons
  ) {
    derivatives(kernels, gradient, patches, input, deltas, output);
    if (!toMaps) continue;
    shares(kernels, weights, deltas, output, patch, 0);
    scatter(places, input, patch, layer.shares);
  }
}
