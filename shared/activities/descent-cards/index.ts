import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { check, grade, measure, whole } from './grade';
import { mistakes } from './mistakes';
import { orders } from './orders';
import { bots, examples, inParts, knows } from './samples';
import { addToSummary, emptySummary, reveal, view, type Summary, type View } from './view';
import { inWords } from './words';

/** What becomes of a ball that goes down a parabola: one card after the other. */
export const descentCards = defineActivity({
  kind: 'descent-cards',
  name: { it: 'Carte sulla discesa', en: 'Descent cards' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  answers: {
    submission,
    counts: 'last',
    livePicture: false,
    check,
    whole,
    addToSummary,
    inParts,
    inWords,
    bots,
  },
  grades: { grade, mistakes, measure, knows, copyingPays: { when: ({ shuffle }) => !shuffle } },
  orders,
  examples,
});

export type { Config, Submission, Summary, View };
