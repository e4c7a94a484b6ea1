import type { FamilyRules } from '../../family';
import { ratesWithin } from '../../rates';
import { startEpochs } from '../../start';
import { DEFAULT_BATCH } from '../../terms';
import type { Settings, Submission } from './config';

/** Plain descent: from epoch to epoch its error wanders less than with Adam's steps, and luck is worth less. */
const PLAIN = 'sgd';

/** Each of its numbers has a weight for what comes in, one for each number in mind, and a bias; so has the output. */
const parametersOf = (state: number): number => state * (1 + state + 1) + state + 1;

/** Series: one chooses how much a network keeps in mind while it reads them step by step. */
export const rules: FamilyRules<Settings, Submission> = {
  owns: (submission): submission is Submission => submission.family === 'rnn',
  key: ({ state, rate, epochs, optimiser, batch }) =>
    ['rnn', state, rate, epochs, optimiser ?? '', batch ?? ''].join('/'),
  fits: ({ limits, freed }, { state, optimiser }) =>
    state <= limits.state && (freed.optimiser || optimiser === undefined),
  parameters: ({ state }) => parametersOf(state),
  start: ({ limits, freed }) => ({
    family: 'rnn',
    state: 1,
    rate: ratesWithin(limits.rate)[0] ?? 0.001,
    epochs: startEpochs(limits.epochs),
    ...(freed.optimiser && { optimiser: PLAIN }),
    ...(freed.batch && { batch: DEFAULT_BATCH }),
  }),
  choice: ({ state, rate, epochs, optimiser = PLAIN, batch = DEFAULT_BATCH }) => ({
    family: 'rnn',
    neurons: state,
    perStep: 1,
    output: { curve: 'linear' },
    ...{ rate, epochs, optimiser, batch },
  }),
  /** "The same as before" takes nothing off its own error. */
  guess: () => 0,
};
