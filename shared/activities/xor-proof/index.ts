import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { check, grade, whole } from './grade';
import { measure } from './measure';
import { mistakes } from './mistakes';
import { orders } from './orders';
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

/** XOR: try, doubt, prove that it cannot be done. */
export const xorProof = defineActivity({
  kind: 'xor-proof',
  name: { it: 'La prova su XOR', en: 'The proof about XOR' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  answers: {
    ...{ submission, counts: 'last', livePicture: true, whileOpen },
    ...{ check, whole, addToSummary, inParts, inWords, bots },
  },
  grades: { grade, mistakes, measure, knows, copyingPays: {} },
  drafts: {},
  orders,
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
