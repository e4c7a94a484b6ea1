import { defineActivity } from '../define';
import { check } from './clean';
import { config, submission, type Config, type Submission } from './config';
import { bots, examples } from './samples';
import { addToSummary, emptySummary, type Said, type Summary, type View } from './view';
import { inWords } from './words';

/** A sentence on one's own, shown to the class without a name. */
export const text = defineActivity({
  kind: 'text',
  name: { it: 'Una frase', en: 'A sentence' },
  version: 1,
  config,
  view: (config: Config): View => config,
  emptySummary,
  reveal: () => null,
  answers: {
    ...{ submission, counts: 'last', livePicture: false, erased: { text: '' } },
    ...{ check, addToSummary, inWords, bots },
  },
  examples,
});

export type { Config, Said, Submission, Summary, View };
