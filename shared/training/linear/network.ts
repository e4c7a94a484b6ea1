import { mlp } from '../mlp/network';
import type { Network } from '../network';
import type { Output } from '../output';
import type { LinearDesign } from './design';

export const NUMBER: Output = { curve: 'linear' };

/** W of shape outputs x inputs, then b. */
export const linear = ({ output = NUMBER }: LinearDesign, inputs: number): Network =>
  mlp({ family: 'mlp', layers: [], activation: 'linear', output }, inputs);
