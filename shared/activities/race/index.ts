import type { Activity } from '../activity';
import { bots } from './bots';
import { check } from './check';
import { config, submission, type Config, type Submission } from './config';
import { examples } from './families';
import { grade } from './grade';
import { job } from './job';
import { addToSummary, emptySummary, shown } from './picture';
import { reveal, studentView } from './show';
import type { Reveal, Shown, Summary, View } from './view';

/** A race of networks: the submission is a configuration, the server trains it from hidden seeds. */
export const race: Activity<'race', Config, Submission, View, Reveal, Summary> = {
  kind: 'race',
  config,
  submission,
  counts: 'last',
  drafts: false,
  livePicture: true,
  votesAgain: false,
  studentView,
  check,
  grade,
  training: { attempts: ({ attempts }) => attempts, job, shown },
  reveal,
  emptySummary,
  addToSummary,
  examples,
  bots,
};

export type { Config, Reveal, Shown, Submission, Summary, View };
