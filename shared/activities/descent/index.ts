import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { check, grade, measure } from './grade';
import { mistakes } from './mistakes';
import { bots, examples, knows } from './samples';
import { addToSummary, emptySummary, reveal, view, type Reveal, type Summary, type View } from './view';
import { inWords } from './words';

/** A learning rate for a narrow valley, scored in valleys that nobody saw. */
export const descent = defineActivity({
  kind: 'descent',
  name: { it: 'La valle stretta', en: 'The narrow valley' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  answers: { submission, counts: 'last', livePicture: false, check, addToSummary, inWords, bots },
  grades: {
    ...{ grade, mistakes, measure, knows },
    copyingPays: { when: ({ steepness }) => steepness !== undefined },
  },
  drafts: {},
  personal: {},
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
