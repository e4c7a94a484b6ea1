import type { Activity } from '../activity';
import { config, submission, type Config, type Submission } from './config';
import { check, grade } from './grade';
import { bots, examples } from './samples';
import {
  addToSummary,
  emptySummary,
  reveal,
  studentView,
  type Reveal,
  type Summary,
  type View,
} from './view';

/** One or several right among 2 to 6 options. */
export const choice: Activity<'choice', Config, Submission, View, Reveal, Summary> = {
  kind: 'choice',
  config,
  submission,
  counts: 'first',
  drafts: false,
  livePicture: false,
  votesAgain: true,
  studentView,
  check,
  grade,
  reveal,
  emptySummary,
  addToSummary,
  examples,
  bots,
};

export type { Config, Reveal, Submission, Summary, View };
