import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { samplesOf } from './data';
import { check, grade, measure } from './grade';
import { mistakes } from './mistakes';
import { bots, examples, knows } from './samples';
import { addToSummary, emptySummary, reveal, view, type Reveal, type Summary, type View } from './view';
import { inWords } from './words';

/**
 * The line y = wx + b through a cloud of penguins, scored by squared errors on others. There is one best line for
 * everybody, so a neighbour's is worth as much as one's own: while the step is open the projector shows none.
 */
export const lineFit = defineActivity({
  kind: 'line-fit',
  name: { it: 'La retta più vicina', en: 'The nearest line' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  samples: samplesOf,
  answers: { submission, counts: 'last', livePicture: false, check, addToSummary, inWords, bots },
  grades: { grade, mistakes, measure, knows, copyingPays: {} },
  drafts: {},
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
