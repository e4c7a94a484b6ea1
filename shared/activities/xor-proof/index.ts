import type { Activity } from '../activity';
import { counted, keyOf } from '../neuron/lines';
import { config, submission, type Config, type Submission } from './config';
import { check, closed, grade } from './grade';
import { bots, examples } from './samples';
import { reveal, studentView, type Reveal, type Summary, type View } from './view';

/** XOR: try, doubt, prove that it cannot be done. */
export const xorProof: Activity<'xor-proof', Config, Submission, View, Reveal, Summary> = {
  kind: 'xor-proof',
  config,
  submission,
  counts: 'last',
  drafts: true,
  livePicture: true,
  votesAgain: false,
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

export type { Config, Reveal, Submission, Summary, View };
