import { rightRows, rowsOf } from '../neuron/truth-table';
import type { Config, Proof } from './config';
import { pairsRight } from './grade';

const rows = rowsOf('xor');

/** How far a proof got: the rows that its line has right, its right signs, and its sums; null for what is not there. */
export interface Measure {
  readonly of: number;
  readonly line: number | null;
  readonly signs: number | null;
  readonly pairs: boolean | null;
}

export const measure = (_config: Config, { line, signs, pairs }: Proof): Measure => ({
  of: rows.length,
  line: line && rightRows(rows, line),
  signs: signs && signs.filter((sign, i) => sign === rows[i]?.y).length,
  pairs: pairs && pairsRight(pairs),
});
