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

/** Three neurons, each a gate, that together are XOR. */
export const gateNetwork = defineActivity({
  kind: 'gate-network',
  name: { it: 'XOR con tre neuroni', en: 'XOR from three neurons' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  answers: {
    ...{ submission, counts: 'last', livePicture: true, whileOpen },
    ...{ check, addToSummary, inWords, bots },
  },
  grades: {
    ...{ grade, mistakes, measure, knows },
    copyingPays: { when: ({ given }) => !given },
  },
  drafts: {},
  personal: { when: ({ given }) => given },
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
