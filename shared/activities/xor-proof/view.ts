import { counted, keyOf, type Lines } from '../neuron/lines';
import { rowsOf, type Row } from '../neuron/truth-table';
import type { Config, Pairs, Signs, Submission } from './config';
import { closed } from './grade';

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

export const view = (): View => ({ proof: 'xor', rows: rowsOf('xor') });

export const reveal = (): Reveal => ({
  signs: [0, 1, 1, 0],
  pairs: [
    [0, 3],
    [1, 2],
  ],
});

export const emptySummary = (): Summary => ({ lines: {}, trying: 0, doubting: 0, closed: 0 });

export function addToSummary(_config: Config, summary: Summary, proof: Submission): Summary {
  const at = proof.signs === null ? 'trying' : closed(proof) ? 'closed' : 'doubting';
  const lines = proof.line ? counted(summary.lines, keyOf(proof.line)) : summary.lines;
  return { ...summary, lines, [at]: summary[at] + 1 };
}
