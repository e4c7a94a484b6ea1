import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { check, grade } from './grade';
import { measure, type Measure } from './measure';
import { mistakes } from './mistakes';
import { request } from './request';
import { bots, examples, knows } from './samples';
import { addToSummary, emptySummary, view, whileOpen, type Summary, type View } from './view';
import { inWords } from './words';

/** The class is a network: each student is one hidden neuron, a line, and the output layer is fitted to all of them. */
export const classNetwork = defineActivity({
  kind: 'class-network',
  name: { it: 'La classe è la rete', en: 'The class is the network' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal: () => null,
  answers: {
    ...{ submission, counts: 'last', livePicture: true, whileOpen },
    ...{ check, addToSummary, inWords, bots },
  },
  grades: { grade, mistakes, measure, knows },
  together: { request },
  drafts: {},
  examples,
});

export type { Config, Measure, Submission, Summary, View };
