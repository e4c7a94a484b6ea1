import { activationCode } from '../activation';
import { activateAll, activationBackward } from '../layers/activation';
import { inputErrors, weightedSums, weightGradient } from '../layers/dense';
import { col2im, im2col, patchIndices, sizeOf } from '../layers/patches';
import { poolBackward, poolForward, poolOf, type Pool } from '../layers/pool';
import type { ConvolutionShape } from './shape';

const RELU = activationCode('relu');

/** One convolution with relu and pooling, and the arrays it works in. */
export interface ConvolutionArrays {
  readonly shape: ConvolutionShape;
  readonly indices: Uint32Array;
  /** The present sample's patches, position by position. */
  readonly patches: Float32Array;
  /** The kernels' outputs at every position. */
  readonly outputs: Float32Array;
  /** The derivative of the cost by each of their sums. */
  readonly deltas: Float32Array;
  readonly pool: Pool;
  /** What goes on to the next layer. */
  readonly pooled: Float32Array;
  /** The errors of one patch. */
  readonly patchErrors: Float32Array;
  /** The errors of the maps before it. */
  readonly errors: Float32Array;
}

export function convolutionArrays(shape: ConvolutionShape): ConvolutionArrays {
  const indices = patchIndices(shape.before);
  return {
    shape,
    indices,
    patches: new Float32Array(indices.length),
    outputs: new Float32Array(sizeOf(shape.after)),
    deltas: new Float32Array(sizeOf(shape.after)),
    pool: poolOf(shape.kind, shape.after, shape.width),
    pooled: new Float32Array(sizeOf(shape.pooled)),
    patchErrors: new Float32Array(shape.kernels.before),
    errors: new Float32Array(sizeOf(shape.before)),
  };
}

/** From the maps that begin at x[at] to `pooled`. */
export function convolutionForward(
  layer: ConvolutionArrays,
  weights: Float32Array,
  x: Float32Array,
  at: number,
): void {
  const { indices, patches, outputs, pool } = layer;
  const { kernels } = layer.shape;
  im2col(indices, x, at, patches);
  for (let input = 0, output = 0; output < outputs.length; input += kernels.before, output += kernels.neurons)
    weightedSums(kernels, weights, patches, input, outputs, output);
  activateAll(RELU, outputs, 0, outputs.length);
  poolForward(pool, outputs, layer.pooled);
}

/**
 * From the errors of `pooled`, which begin at from[at], to the gradient, position by position. With `toMaps` also to the
 * `errors` of the maps before: those of a patch are summed over the kernels, then added pixel by pixel.
 */
export function convolutionBackward(
  layer: ConvolutionArrays,
  weights: Float32Array,
  gradient: Float32Array,
  from: Float32Array,
  at: number,
  toMaps: boolean,
): void {
  const { indices, patches, outputs, deltas, pool, patchErrors } = layer;
  const { kernels } = layer.shape;
  poolBackward(pool, from, at, deltas);
  activationBackward(RELU, outputs, deltas, 0, outputs.length);
  if (toMaps) layer.errors.fill(0);
  for (
    let input = 0, output = 0;
    output < deltas.length;
    input += kernels.before, output += kernels.neurons
  ) {
    weightGradient(kernels, gradient, patches, input, deltas, output);
    if (!toMaps) continue;
    inputErrors(kernels, weights, deltas, output, patchErrors, 0);
    col2im(indices, input, patchErrors, layer.errors);
  }
}
