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

/** A number to find, with its unit. */
export const numeric: Activity<'numeric', Config, Submission, View, Reveal, Summary> = {
  kind: 'numeric',
  config,
  submission,
  counts: 'last',
  drafts: false,
  livePicture: false,
  votesAgain: false,
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
