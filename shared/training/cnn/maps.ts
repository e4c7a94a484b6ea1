import { convolutionArrays, convolutionForward } from './convolution';
import type { Convolution } from './design';
import { convolutionShapes } from './shape';

/** What the kernels of the first convolution say of some pictures. */
export interface KernelMaps {
  readonly kernels: number;
  /** Positions along each side of a map. */
  readonly side: number;
  /** The maps of the picture that begins at x[at], one after the other, row by row. */
  readonly of: (x: Float32Array, at: number) => Float32Array;
}

/** The maps of the first convolution after relu and before pooling: where each kernel finds what it looks for. */
export function kernelMaps(convolutions: readonly Convolution[], weights: Float32Array): KernelMaps {
  const [shape] = convolutionShapes(convolutions);
  if (!shape) return { kernels: 0, side: 0, of: () => new Float32Array(0) };
  const layer = convolutionArrays(shape);
  const { count: kernels, side } = shape.after;
  return {
    kernels,
    side,
    of: (x, at) => {
      convolutionForward(layer, weights, x, at);
      // Position by position there stands one number of every map.
      return Float32Array.from(layer.outputs, (_, i) => {
        const [kernel, position] = [Math.floor(i / (side * side)), i % (side * side)];
        return layer.outputs[position * kernels + kernel] as number;
      });
    },
  };
}
