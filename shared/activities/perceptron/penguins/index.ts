import type { Submission } from '../config';
import { counted } from '../lines';
import type { Task } from '../task';
import type { Line, PenguinsConfig } from './config';
import { check, grade } from './grade';
import { keyOf } from './held';
import { bots, examples } from './samples';
import { reveal, studentView, type Reveal, type Summary, type View } from './view';

/** A line between two kinds of penguins, scored on birds that nobody saw. */
export const penguins: Task<PenguinsConfig, Line, View, Reveal, Summary> = {
  owns: (submission: Submission): submission is Line => 'from' in submission,
  studentView,
  check,
  grade,
  reveal,
  emptySummary: () => ({ crossings: {} }),
  addToSummary: (_config, { crossings }, line) => ({ crossings: counted(crossings, keyOf(line)) }),
  examples,
  bots,
};
