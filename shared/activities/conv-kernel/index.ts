import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { check, grade, measure } from './grade';
import { mistakes } from './mistakes';
import { bots, examples, knows } from './samples';
import { addToSummary, emptySummary, reveal, view, type Reveal, type Summary, type View } from './view';
import { inWords } from './words';

/**
 * A kernel of nine cells and a threshold that find bars of one direction, scored on pictures that nobody saw. What a
 * classmate with the same direction paints can be sent as one's own: while the step is open the projector shows none.
 */
export const convKernel = defineActivity({
  kind: 'conv-kernel',
  name: { it: 'Dipingere un kernel', en: 'Painting a kernel' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  answers: { submission, counts: 'last', livePicture: false, check, addToSummary, inWords, bots },
  grades: {
    ...{ grade, mistakes, measure, knows },
    copyingPays: { when: ({ direction }) => direction !== undefined },
  },
  drafts: {},
  personal: {},
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
