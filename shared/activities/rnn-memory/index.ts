import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { check, grade, measure } from './grade';
import { mistakes } from './mistakes';
import { bots, examples, knows } from './samples';
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

/**
 * One neuron that reads a string and is asked how it began. Whatever latches is right at every seat, so a neighbour's
 * weights are worth as much as one's own: while the step is open the projector shows none.
 */
export const rnnMemory = defineActivity({
  kind: 'rnn-memory',
  name: { it: 'La memoria di un neurone', en: 'A neuron’s memory' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  answers: {
    ...{ submission, counts: 'last', livePicture: true, whileOpen },
    ...{ check, addToSummary, inWords, bots },
  },
  grades: { grade, mistakes, measure, knows, copyingPays: {} },
  drafts: {},
  personal: {},
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
