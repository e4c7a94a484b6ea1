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

/** Scaled dot-product attention by hand: queries in a plane of keys, one head or two. */
export const attention = defineActivity({
  kind: 'attention',
  name: { it: 'Attenzione', en: 'Attention' },
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
    copyingPays: { when: ({ turn }) => turn !== undefined },
  },
  drafts: {},
  personal: {},
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
