import type { Output } from '../output';

/**
 * Tokens of several parts each (a letter and a digit) become vectors, to which those of their positions are added. Blocks
 * of attention and a small MLP follow, each after a normalisation and with a residual connection. One dense layer, the
 * output, reads the last position.
 */
export interface TransformerDesign {
  readonly family: 'transformer';
  /**
   * Values that each part of a token may have; a sample's numbers are the parts of its tokens, one token after the
   * other, whole numbers from 0 to below these. How many tokens there are, the samples say.
   */
  readonly vocabulary: readonly number[];
  /** Numbers of each position's vector; a multiple of the heads. */
  readonly width: number;
  readonly heads: 1 | 2 | 3 | 4;
  readonly blocks: 1 | 2;
  /** Neurons of the hidden layer of each block's MLP. */
  readonly neurons: number;
  /** Whether a position attends to itself and earlier ones only. With one block that changes nothing: the last sees all. */
  readonly causal: boolean;
  readonly output: Output;
}
