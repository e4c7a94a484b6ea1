import { parametersIn } from '../../../../training/layers/dense';
import { DIGITS, TOKEN_VOCABULARY, TOKENS } from '../../../../training/sets/tokens';
import type { FamilyRules } from '../../family';
import { ratesWithin } from '../../rates';
import { startEpochs } from '../../start';
import { DEFAULT_BATCH, DEFAULT_OPTIMISER } from '../../terms';
import { widths, type Settings, type Submission } from './config';

/** The widths that a step allows. */
export const widthsWithin = ({ limits }: Pick<Settings, 'limits'>) =>
  widths.filter((width) => width <= limits.width);

const dense = (before: number, neurons: number) => parametersIn({ before, neurons, first: 0 });

/**
 * Of one block whose MLP is as wide as its vectors: tables and positions; queries, keys, values and output; the MLP's two
 * layers; three norms with a gain and a bias for each number; the output layer.
 */
const parametersOf = (width: number): number =>
  (TOKEN_VOCABULARY.reduce((sum, values) => sum + values, 0) + TOKENS) * width +
  6 * dense(width, width) +
  3 * 2 * width +
  dense(width, DIGITS);

/** Tokens: one chooses how much is said of each, and with how many heads the last one looks at the others. */
export const rules: FamilyRules<Settings, Submission> = {
  owns: (submission): submission is Submission => submission.family === 'transformer',
  key: ({ width, rate, epochs, heads, optimiser, batch }) =>
    ['transformer', width, rate, epochs, heads ?? '', optimiser ?? '', batch ?? ''].join('/'),
  fits: ({ limits, freed }, { width, heads, optimiser }) =>
    width <= limits.width &&
    (freed.heads || heads === undefined) &&
    (freed.optimiser || optimiser === undefined),
  parameters: ({ width }) => parametersOf(width),
  start: ({ limits, freed }) => ({
    family: 'transformer',
    width: 4,
    rate: ratesWithin(limits.rate)[0] ?? 0.001,
    epochs: startEpochs(limits.epochs),
    ...(freed.heads && { heads: 1 as const }),
    ...(freed.optimiser && { optimiser: DEFAULT_OPTIMISER }),
    ...(freed.batch && { batch: DEFAULT_BATCH }),
  }),
  choice: ({ width, rate, epochs, heads = 1, optimiser = DEFAULT_OPTIMISER, batch = DEFAULT_BATCH }) => ({
    family: 'transformer',
    vocabulary: TOKEN_VOCABULARY,
    ...{ width, heads, blocks: 1, neurons: width, causal: false },
    output: { curve: 'softmax', classes: DIGITS },
    ...{ rate, epochs, optimiser, batch },
  }),
  guess: () => 1 / DIGITS,
};
