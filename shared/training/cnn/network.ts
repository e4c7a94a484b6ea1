import { activationCode } from '../activation';
import { chainOf, goBackward, goForward, lastOf } from '../layers/chain';
import { layOutCnn } from '../lanes/cnn';
import { groupsOf } from '../layers/dense-groups';
import { parametersIn } from '../layers/dense';
import { KERNEL, sizeOf } from '../layers/patches';
import { shapeOf } from '../mlp/shape';
import type { Group, Network } from '../network';
import { outputsOf } from '../output';
import {
  convolutionForward,
  convolutionArrays,
  convolutionBackward,
  type ConvolutionArrays,
} from './convolution';
import { SIDE, type CnnDesign } from './design';
import { fits, convolutionShapes, type ConvolutionShape } from './shape';

const PIXELS = SIDE * SIDE;

/** A pixel goes into every kernel at 9 positions. */
const kernelGroups = ({ kernels }: ConvolutionShape): Group[] =>
  groupsOf(kernels).map((group) => ({ ...group, after: KERNEL * KERNEL * kernels.neurons }));

function check({ convolutions }: CnnDesign, inputs: number): void {
  if (inputs !== PIXELS) throw new RangeError(`a cnn takes ${PIXELS} numbers for each sample, not ${inputs}`);
  if (convolutions.length === 0 || !fits(convolutions))
    throw new RangeError('a cnn needs convolutions that leave something of the picture');
}

/** The last convolution's maps become the dense layers' inputs, in their order. */
function toDense(last: ConvolutionArrays, inputs: Float32Array): void {
  for (let i = 0; i < last.pooled.length; i++) inputs[i] = last.pooled[i] as number;
}

/**
 * The convolutions, each its kernels row by row and then their biases, then the dense layers. A RangeError if
 * samples are no 8x8 pictures or the convolutions do not fit.
 *
 * He's range for all weights: nearly all of them feed relu, and for the few others it is at most 1.4 times Xavier's
 * as long as layers grow narrower.
 */
export function cnn(design: CnnDesign, inputs: number): Network {
  check(design, inputs);
  const convolutions = convolutionShapes(design.convolutions);
  const layers = convolutions.map(convolutionArrays);
  const last = layers.at(-1) as ConvolutionArrays;
  const before = convolutions.reduce((count, { kernels }) => count + parametersIn(kernels), 0);
  const shape = shapeOf([sizeOf(last.shape.pooled), ...design.layers, outputsOf(design.output)], before);
  const chain = chainOf(shape, activationCode(design.activation));
  return {
    inputs,
    parameterCount: before + shape.parameterCount,
    groups: [...convolutions.flatMap(kernelGroups), ...shape.dense.flatMap(groupsOf)],
    initialiser: 'he',
    layOut: (memory, rows) => layOutCnn(memory, convolutions, shape, chain.activation, rows),
    z: lastOf(chain, chain.outputs),
    deltas: lastOf(chain, chain.deltas),
    forward: (weights, x, at) => {
      for (let l = 0; l < layers.length; l++) {
        const maps = l === 0 ? x : (layers[l - 1] as ConvolutionArrays).pooled;
        convolutionForward(layers[l] as ConvolutionArrays, weights, maps, l === 0 ? at : 0);
      }
      toDense(last, chain.outputs);
      goForward(chain, weights);
    },
    backward: (weights, gradient) => {
      goBackward(chain, weights, gradient, true);
      for (let l = layers.length - 1; l >= 0; l--) {
        const from = l === layers.length - 1 ? chain.deltas : (layers[l + 1] as ConvolutionArrays).errors;
        convolutionBackward(layers[l] as ConvolutionArrays, weights, gradient, from, 0, l > 0);
      }
    },
  };
}
