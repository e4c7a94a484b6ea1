import { defineActivity } from '../define';
import { bots, knows } from './bots';
import { check } from './check';
import { config, submission, type Config, type Submission } from './config';
import { examples } from './families';
import { grade } from './grade';
import { job } from './job';
import { measure } from './measure';
import { mistakes } from './mistakes';
import { addToSummary, emptySummary, shown } from './picture';
import { whileOpen } from './racing';
import { reveal, samples, view } from './show';
import { upgrade } from './upgrade';
import type { Reveal, Shown, Summary, View } from './view';
import { inWords } from './words';

/** A race of networks: the submission is a configuration, the server trains it from hidden seeds. */
export const race = defineActivity({
  kind: 'race',
  name: { it: 'Gara di reti', en: 'A race of networks' },
  version: 2,
  upgrade,
  config,
  view,
  emptySummary,
  reveal,
  samples,
  answers: {
    ...{ submission, counts: 'last', livePicture: true, whileOpen },
    ...{ check, addToSummary, inWords, bots },
  },
  grades: { grade, mistakes, measure, knows, copyingPays: {} },
  trains: { attempts: ({ attempts }) => attempts, job, shown },
  examples,
});

export type { Config, Reveal, Shown, Submission, Summary, View };
