import { INPUTS, parametersOf } from '../../../../training/mlp/shape';
import type { FamilyRules } from '../../family';
import { completed } from './completed';
import type { Settings, Submission } from './config';
import { startOf } from './start';

/** Multi-layer perceptrons on points of the plane: one chooses layers and neurons, and pays for each parameter. */
export const rules: FamilyRules<Settings, Submission> = {
  owns: (submission): submission is Submission => submission.family === undefined,
  key: ({ layers, rate, epochs, activation, batch }) =>
    [layers.join('-'), rate, epochs, activation ?? '', batch ?? ''].join('/'),
  fits: ({ limits, freed }, { layers, activation }) =>
    layers.length <= limits.layers &&
    layers.every((neurons) => neurons <= limits.neurons) &&
    (freed.activation || activation === undefined),
  parameters: ({ layers }) => parametersOf(INPUTS, layers),
  start: startOf,
  guess: () => 0.5,
  choice: (submission) => ({ family: 'mlp', ...completed(submission) }),
};
