import type { Lines } from '../neuron/lines';
import { rowsOf, type Row } from '../neuron/truth-table';
import type { Pairs, Signs } from './config';

/** The table of XOR: nothing here is secret. */
export interface View {
  readonly proof: 'xor';
  readonly rows: readonly Row[];
}

export interface Reveal {
  readonly signs: Signs;
  readonly pairs: Pairs;
}

/** The class's lines, and how far everybody is: still at the line, at the inequalities, or done. */
export interface Summary extends Lines {
  readonly trying: number;
  readonly doubting: number;
  readonly closed: number;
}

export const studentView = (): View => ({ proof: 'xor', rows: rowsOf('xor') });

export const reveal = (): Reveal => ({
  signs: [0, 1, 1, 0],
  pairs: [
    [0, 3],
    [1, 2],
  ],
});
