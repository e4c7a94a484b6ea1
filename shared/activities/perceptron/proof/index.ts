import type { Submission } from '../config';
import { counted, keyOf } from '../lines';
import type { Task } from '../task';
import type { Proof, ProofConfig } from './config';
import { check, closed, grade } from './grade';
import { bots, examples } from './samples';
import { reveal, studentView, type Reveal, type Summary, type View } from './view';

/** XOR: try, doubt, prove that it cannot be done. */
export const proof: Task<ProofConfig, Proof, View, Reveal, Summary> = {
  owns: (submission: Submission): submission is Proof => 'signs' in submission,
  studentView,
  check,
  grade,
  reveal,
  emptySummary: () => ({ lines: {}, trying: 0, doubting: 0, closed: 0 }),
  addToSummary: (_config, summary, proof) => {
    const at = proof.signs === null ? 'trying' : closed(proof) ? 'closed' : 'doubting';
    const lines = proof.line ? counted(summary.lines, keyOf(proof.line)) : summary.lines;
    return { ...summary, lines, [at]: summary[at] + 1 };
  },
  examples,
  bots,
};
