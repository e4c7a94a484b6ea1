import { SIDE, type Convolution } from '../../../../training/cnn/design';
import { convolutionShapes } from '../../../../training/cnn/shape';
import { parametersIn } from '../../../../training/layers/dense';
import { sizeOf } from '../../../../training/layers/patches';
import { parametersOf } from '../../../../training/mlp/shape';
import type { FamilyRules } from '../../family';
import { classesOf } from '../../pictures/classes';
import { ratesWithin } from '../../rates';
import { startEpochs } from '../../start';
import { DEFAULT_BATCH, DEFAULT_OPTIMISER } from '../../terms';
import type { Settings, Submission } from './config';

/** The one convolution of a submission; none where it has no kernel. */
export function convolutionsOf({ kernels, pool, window }: Submission, { pooling }: Settings): Convolution[] {
  if (kernels === 0) return [];
  return [{ kernels, pool: pool ?? pooling.pool, window: window ?? pooling.window }];
}

const layersOf = ({ neurons }: Submission): number[] => (neurons > 0 ? [neurons] : []);

/** Kernels, then what dense layers have for what these leave of the picture. */
function parameters(submission: Submission, settings: Settings): number {
  const classes = classesOf(settings.data);
  const [shape] = convolutionShapes(convolutionsOf(submission, settings));
  const dense = parametersOf(shape ? sizeOf(shape.pooled) : SIDE * SIDE, layersOf(submission), classes);
  return dense + (shape ? parametersIn(shape.kernels) : 0);
}

/** Pictures: one chooses kernels that glide over them, or dense neurons that see every pixel at its own place. */
export const rules: FamilyRules<Settings, Submission> = {
  owns: (submission): submission is Submission => submission.family === 'cnn',
  key: ({ kernels, neurons, rate, epochs, pool, window, optimiser, batch }) =>
    ['cnn', kernels, neurons, rate, epochs, pool, window, optimiser, batch].map((of) => of ?? '').join('/'),
  fits: ({ limits, freed }, { kernels, neurons, pool, window, optimiser }) =>
    kernels <= limits.kernels &&
    neurons <= limits.neurons &&
    (freed.pooling || (pool === undefined && window === undefined)) &&
    (freed.optimiser || optimiser === undefined),
  parameters,
  start: ({ limits, pooling, freed }) => ({
    family: 'cnn',
    kernels: 1,
    neurons: 0,
    rate: ratesWithin(limits.rate)[0] ?? 0.001,
    epochs: startEpochs(limits.epochs),
    ...(freed.pooling && pooling),
    ...(freed.optimiser && { optimiser: DEFAULT_OPTIMISER }),
    ...(freed.batch && { batch: DEFAULT_BATCH }),
  }),
  choice: (submission, settings) => {
    const { rate, epochs, batch = DEFAULT_BATCH, optimiser = DEFAULT_OPTIMISER } = submission;
    const convolutions = convolutionsOf(submission, settings);
    const dense = {
      layers: layersOf(submission),
      activation: 'relu',
      output: { curve: 'softmax', classes: classesOf(settings.data) },
    } as const;
    const learning = { rate, epochs, batch, optimiser };
    return convolutions.length > 0
      ? { family: 'cnn', convolutions, ...dense, ...learning }
      : { family: 'mlp', ...dense, ...learning };
  },
  guess: ({ data }) => 1 / classesOf(data),
};
