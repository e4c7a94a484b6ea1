import { cnn } from './cnn/network';
import { linear, NUMBER } from './linear/network';
import { mlp } from './mlp/network';
import type { Network } from './network';
import { BINARY, type Output } from './output';
import type { Design } from './request';
import { rnn } from './rnn/network';
import { transformer } from './transformer/network';

/** The network of a design, for samples of so many numbers. */
export function networkOf(design: Design, inputs: number): Network {
  switch (design.family) {
    case 'linear':
      return linear(design, inputs);
    case 'mlp':
      return mlp(design, inputs);
    case 'cnn':
      return cnn(design, inputs);
    case 'rnn':
      return rnn(design, inputs);
    case 'transformer':
      return transformer(design, inputs);
  }
}

/** The output of a design: what its last layer computes, and by which loss it learns. */
export function outputOf(design: Design): Output {
  switch (design.family) {
    case 'linear':
      return design.output ?? NUMBER;
    case 'mlp':
      return design.output ?? BINARY;
    default:
      return design.output;
  }
}
