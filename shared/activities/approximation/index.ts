import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { check, grade, measure } from './grade';
import { mistakes } from './mistakes';
import { bots, examples, knows } from './samples';
import { addToSummary, emptySummary, reveal, view, type Reveal, type Summary, type View } from './view';
import { inWords } from './words';

/**
 * A curve out of S curves, as the approximation theorem has it: each one dragged, one steepness for all. The class is
 * drawn over one hill, where a bundle would tell the way: while the step is open the projector shows no sum.
 */
export const approximation = defineActivity({
  kind: 'approximation',
  name: { it: 'Imitare una curva', en: 'Imitating a curve' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  answers: { submission, counts: 'last', livePicture: false, check, addToSummary, inWords, bots },
  grades: {
    ...{ grade, mistakes, measure, knows },
    copyingPays: { when: (given) => given.target === 'wave' || given.own === undefined },
  },
  drafts: {},
  personal: { when: (given) => given.target === 'hill' && given.own === true },
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
