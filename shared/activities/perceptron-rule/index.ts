import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { check, grade, measure, whole } from './grade';
import { mistakes } from './mistakes';
import { bots, examples, inParts, knows } from './samples';
import {
  addToSummary,
  emptySummary,
  reveal,
  view,
  whileOpen,
  type Reveal,
  type Summary,
  type View,
} from './view';
import { inWords } from './words';

/** The student is the perceptron rule: eight samples, one decision each. */
export const perceptronRule = defineActivity({
  kind: 'perceptron-rule',
  name: { it: 'La regola del percettrone', en: 'The perceptron rule' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  answers: {
    ...{ submission, counts: 'last', livePicture: true, whileOpen },
    ...{ check, whole, addToSummary, inParts, inWords, bots },
  },
  grades: {
    ...{ grade, mistakes, measure, knows },
    copyingPays: { when: ({ samples }) => samples !== undefined },
  },
  personal: {},
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
