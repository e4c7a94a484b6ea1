import { defineActivity } from '../define';
import { neuronWords } from '../neuron/words';
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

/** A neuron turned by hand until it is a logic gate. */
export const gate = defineActivity({
  kind: 'gate',
  name: { it: 'Porta logica', en: 'Logic gate' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  answers: {
    submission,
    counts: 'last',
    livePicture: true,
    whileOpen,
    check,
    addToSummary,
    inWords: (_config, neuron, locale) => neuronWords(neuron, locale),
    bots,
  },
  grades: {
    ...{ grade, mistakes, measure, knows },
    // AND has one best line, whoever finds it.
    copyingPays: { when: (given) => given.gate !== 'own' },
  },
  personal: { when: (given) => given.gate === 'own' },
  drafts: {},
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
