import type { Activity } from '../activity';
import { counted } from '../neuron/lines';
import { config, submission, type Config, type Submission } from './config';
import { check, grade } from './grade';
import { keyOf } from './held';
import { bots, examples } from './samples';
import { reveal, studentView, type Reveal, type Summary, type View } from './view';

/** A line between two kinds of penguins, scored on birds that nobody saw. */
export const separatingLine: Activity<'separating-line', Config, Submission, View, Reveal, Summary> = {
  kind: 'separating-line',
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
  emptySummary: () => ({ crossings: {} }),
  addToSummary: (_config, { crossings }, line) => ({ crossings: counted(crossings, keyOf(line)) }),
  examples,
  bots,
};

export type { Config, Reveal, Submission, Summary, View };
