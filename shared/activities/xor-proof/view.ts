import { counted, faintLines, keyOf, type Lines } from '../neuron/lines';
import { rightRows, rowsOf, type Row } from '../neuron/truth-table';
import type { Config, Pairs, Signs, Submission } from './config';
import { closed, MOST_ROWS } from './grade';

/** The table of XOR: nothing here is secret. */
export interface View {
  readonly proof: 'xor';
  readonly rows: readonly Row[];
  /** In which order the four inequalities lie before who adds them: rows of the table. */
  readonly laid: readonly number[];
}

export interface Reveal {
  readonly signs: Signs;
  readonly pairs: Pairs;
}

/** The class's lines, and how far everybody is: still at the line, at the inequalities, or done. */
export interface Summary extends Lines {
  /** How many lines there are, and how many of them have as many rows right as a line can have. */
  readonly all: number;
  readonly threes: number;
  readonly trying: number;
  readonly doubting: number;
  readonly closed: number;
}

export const view = (): View => ({ proof: 'xor', rows: rowsOf('xor'), laid: [0, 1, 2, 3] });

export const reveal = (): Reveal => ({
  signs: [0, 1, 1, 0],
  pairs: [
    [0, 3],
    [1, 2],
  ],
});

export const emptySummary = (): Summary => ({
  ...{ lines: {}, all: 0, threes: 0 },
  ...{ trying: 0, doubting: 0, closed: 0 },
});

export function addToSummary(_config: Config, summary: Summary, proof: Submission): Summary {
  const at = proof.signs === null ? 'trying' : closed(proof) ? 'closed' : 'doubting';
  const counts = { ...summary, [at]: summary[at] + 1 };
  if (!proof.line) return counts;
  return {
    ...counts,
    lines: counted(summary.lines, keyOf(proof.line)),
    all: summary.all + 1,
    threes: summary.threes + (rightRows(rowsOf('xor'), proof.line) === MOST_ROWS ? 1 : 0),
  };
}

/** How far everybody is can be told at once. */
export const whileOpen = (summary: Summary): Summary => ({ ...summary, ...faintLines(summary) });
