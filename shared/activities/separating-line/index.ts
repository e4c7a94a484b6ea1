import { defineActivity } from '../define';
import { counted } from '../neuron/lines';
import { config, submission, type Config, type Submission } from './config';
import { samplesOf } from './data';
import { check, grade } from './grade';
import { keyOf, whileOpen } from './held';
import { measure } from './measure';
import { mistakes } from './mistakes';
import { bots, examples, knows } from './samples';
import { reveal, view, type Reveal, type Summary, type View } from './view';
import { inWords } from './words';

/** A line between two kinds of penguins, scored on birds that nobody saw. */
export const separatingLine = defineActivity({
  kind: 'separating-line',
  name: { it: 'La retta che separa', en: 'The separating line' },
  version: 1,
  config,
  view,
  emptySummary: (): Summary => ({ crossings: {}, all: 0 }),
  reveal,
  samples: samplesOf,
  answers: {
    submission,
    counts: 'last',
    livePicture: true,
    whileOpen,
    check,
    addToSummary: (_config, { crossings, all }, line) => ({
      crossings: counted(crossings, keyOf(line)),
      all: all + 1,
    }),
    inWords,
    bots,
  },
  grades: { grade, mistakes, measure, knows, copyingPays: {} },
  drafts: {},
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
