import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { check, grade } from './grade';
import { measure } from './measure';
import { mistakes } from './mistakes';
import { orders } from './orders';
import { bots, examples, knows } from './samples';
import { addToSummary, emptySummary, reveal, view, type Reveal, type Summary, type View } from './view';
import { inWords } from './words';

/** One or several right among 2 to 6 options. */
export const choice = defineActivity({
  kind: 'choice',
  name: { it: 'Scelta', en: 'Choice' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  answers: { submission, counts: 'first', livePicture: false, check, addToSummary, inWords, bots },
  grades: { grade, mistakes, measure, knows, copyingPays: {} },
  votes: {},
  orders,
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
