import type { Activity } from '../activity';
import { counted, keyOf, type Lines } from '../neuron/lines';
import { config, submission, type Config, type Submission } from './config';
import { check, grade } from './grade';
import { bots, examples } from './samples';
import { reveal, studentView, type Reveal, type View } from './view';

type Summary = Lines;

/** A neuron turned by hand until it is a logic gate. */
export const gate: Activity<'gate', Config, Submission, View, Reveal, Summary> = {
  kind: 'gate',
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
  emptySummary: () => ({ lines: {} }),
  addToSummary: (_config, { lines }, neuron) => ({ lines: counted(lines, keyOf(neuron)) }),
  examples,
  bots,
};

export type { Config, Reveal, Submission, Summary, View };
