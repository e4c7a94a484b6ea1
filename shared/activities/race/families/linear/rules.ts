import { INPUTS, parametersOf } from '../../../../training/mlp/shape';
import type { FamilyRules } from '../../family';
import { ratesWithin } from '../../rates';
import { startEpochs } from '../../start';
import { DEFAULT_BATCH } from '../../terms';
import type { Settings, Submission } from './config';

/** Two weights and a bias. */
const PARAMETERS = parametersOf(INPUTS, []);

/** Logistic regression on points of the plane: the network is given, one chooses how fast and how long it learns. */
export const rules: FamilyRules<Settings, Submission> = {
  owns: (submission): submission is Submission => submission.family === 'linear',
  key: ({ rate, epochs, batch }) => ['linear', rate, epochs, batch ?? ''].join('/'),
  fits: () => true,
  parameters: () => PARAMETERS,
  start: ({ limits, freed }) => ({
    family: 'linear',
    rate: ratesWithin(limits.rate)[0] ?? 0.001,
    epochs: startEpochs(limits.epochs),
    ...(freed.batch && { batch: 10 as const }),
  }),
  guess: () => 0.5,
  choice: ({ rate, epochs, batch = DEFAULT_BATCH }) => ({
    family: 'linear',
    output: { curve: 'sigmoid' },
    rate,
    epochs,
    batch,
  }),
};
