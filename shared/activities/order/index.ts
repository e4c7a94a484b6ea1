import { defineActivity } from '../define';
import { config, submission, type Config, type Submission } from './config';
import { check, grade, measure } from './grade';
import { orders } from './orders';
import { bots, examples, knows } from './samples';
import { addToSummary, emptySummary, reveal, view, type Reveal, type Summary, type View } from './view';
import { inWords } from './words';

/** 3 to 8 items are put in order. */
export const order = defineActivity({
  kind: 'order',
  name: { it: 'Ordine', en: 'Order' },
  version: 1,
  config,
  view,
  emptySummary,
  reveal,
  answers: { submission, counts: 'first', livePicture: false, check, addToSummary, inWords, bots },
  grades: { grade, measure, knows, copyingPays: {} },
  orders,
  examples,
});

export type { Config, Reveal, Submission, Summary, View };
