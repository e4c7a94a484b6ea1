import { defineActivity } from '../define';
import { check, inParts, whole } from './check';
import { config, submission, type Config, type Submission } from './config';
import { networks, request } from './reading';
import { bots, examples } from './samples';
import {
  addToSummary,
  emptySummary,
  measure,
  view,
  type Drawn,
  type Measure,
  type Summary,
  type View,
} from './view';
import { inWords } from './words';

/** Digits drawn by hand, which a network reads that has learnt from other hands. */
export const drawing = defineActivity({
  kind: 'drawing',
  name: { it: 'Cifre a mano', en: 'Digits by hand' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal: () => null,
  answers: {
    ...{ submission, counts: 'last', livePicture: false, erased: { ink: [] } },
    ...{ check, whole, addToSummary, inParts, inWords, bots },
  },
  reads: { parts: ({ asks }: Config) => asks, networks, request, measure },
  personal: {},
  examples,
});

export type { Config, Drawn, Measure, Submission, Summary, View };
