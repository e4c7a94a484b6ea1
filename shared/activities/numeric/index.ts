import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { check, grade } from './grade';
import { measure } from './measure';
import { mistakes } from './mistakes';
import { bots, examples, knows } from './samples';
import { upgrade } from './upgrade';
import { addToSummary, emptySummary, reveal, view, type Reveal, type Summary, type View } from './view';
import { inWords } from './words';

/** A number to find, with its unit. */
export const numeric = defineActivity({
  kind: 'numeric',
  name: { it: 'Numero', en: 'Number' },
  version: 2,
  upgrade,
  config,
  view,
  emptySummary,
  reveal,
  answers: { submission, counts: 'last', livePicture: false, check, addToSummary, inWords, bots },
  grades: {
    ...{ grade, mistakes, measure, knows },
    // Of three sets of numbers a neighbour has another one two times in three.
    copyingPays: { when: ({ variants }) => variants.length < 3 },
  },
  personal: { when: ({ variants }) => variants.length > 1 },
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
export type { Drawing } from './drawing';
