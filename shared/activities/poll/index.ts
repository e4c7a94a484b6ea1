import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { bots, examples } from './samples';
import { addToSummary, check, emptySummary, view, type Option, type Summary, type View } from './view';
import { inWords } from './words';

/** What the class thinks: options, or a scale. */
export const poll = defineActivity({
  kind: 'poll',
  name: { it: 'Sondaggio', en: 'Poll' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal: () => null,
  answers: {
    ...{ submission, counts: 'last', check, addToSummary, inWords, bots },
    livePicture: ({ live }) => live,
  },
  examples,
});

export type { Config, Option, Submission, Summary, View };
