import { defineActivity } from '../define';
import { counted, keyOf, type Lines } from '../neuron/lines';
import { neuronWords } from '../neuron/words';
import { config, submission, type Config, type Submission } from './config';
import { check, grade, measure } from './grade';
import { mistakes } from './mistakes';
import { bots, examples, knows } from './samples';
import { reveal, view, type Reveal, type View } from './view';

/** A neuron turned by hand until it is a logic gate. */
export const gate = defineActivity({
  kind: 'gate',
  version: 1,
  config,
  view,
  emptySummary: (): Lines => ({ lines: {} }),
  reveal,
  answers: {
    submission,
    counts: 'last',
    livePicture: true,
    check,
    addToSummary: (_config, { lines }, neuron) => ({ lines: counted(lines, keyOf(neuron)) }),
    inWords: (_config, neuron, locale) => neuronWords(neuron, locale),
    bots,
  },
  grades: { grade, mistakes, measure, knows, copyingPays: {} },
  drafts: {},
  examples,
});

export type { Config, Reveal, Submission, View };
export type { Lines as Summary };
