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

/** A perceptron y = [w.x + b >= 0] turned by hand until it is a logic gate. */
export const perceptron: Activity<'perceptron', Config, Submission, View, Reveal, Summary> = {
  kind: 'perceptron',
  config,
  submission,
  counts: 'last',
  drafts: true,
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
