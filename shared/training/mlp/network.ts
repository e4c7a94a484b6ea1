import { activationCode, type Activation } from '../activation';
import type { Initialiser } from '../initial';
import { chainOf, goBackward, goForward, lastOf } from '../layers/chain';
import { layOutChain } from '../lanes/chain';
import { groupsOf } from '../layers/dense-groups';
import type { Network } from '../network';
import { BINARY, outputsOf } from '../output';
import type { MlpDesign } from './design';
import { shapeOf } from './shape';

/** He's range for relu, whose neurons are silent half of the time; Xavier's (Glorot's) for the others. */
export const usualInitialiser = (activation: Activation): Initialiser =>
  activation === 'relu' ? 'he' : 'xavier';

/** Layers 1 .. L, each W row by row and then b. */
export function mlp({ layers, activation, output = BINARY }: MlpDesign, inputs: number): Network {
  const shape = shapeOf([inputs, ...layers, outputsOf(output)]);
  const chain = chainOf(shape, activationCode(activation));
  return {
    inputs,
    parameterCount: shape.parameterCount,
    groups: shape.dense.flatMap(groupsOf),
    initialiser: usualInitialiser(activation),
    z: lastOf(chain, chain.outputs),
    deltas: lastOf(chain, chain.deltas),
    forward: (weights, x, at) => {
      for (let i = 0; i < inputs; i++) chain.outputs[i] = x[at + i] as number;
      goForward(chain, weights);
    },
    backward: (weights, gradient) => goBackward(chain, weights, gradient),
    layOut: (memory, rows) => layOutChain(memory, shape, chain.activation, rows),
  };
}
