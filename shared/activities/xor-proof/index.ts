import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { check, grade } from './grade';
import { measure } from './measure';
import { mistakes } from './mistakes';
import { bots, examples, inParts, knows } from './samples';
import { addToSummary, emptySummary, reveal, view, type Reveal, type Summary, type View } from './view';
import { inWords } from './words';

/** XOR: try, doubt, prove that it cannot be done. */
export const xorProof = defineActivity({
  kind: 'xor-proof',
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  answers: { submission, counts: 'last', livePicture: true, check, addToSummary, inParts, inWords, bots },
  grades: { grade, mistakes, measure, knows, copyingPays: {} },
  drafts: {},
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
