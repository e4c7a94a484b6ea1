/** One workload of each family besides the dense ones, of the size that a lesson has. */
import { rng } from '#shared/rng';
import type { CnnDesign } from '#shared/training/cnn/design';
import type { Design, Learning } from '#shared/training/request';
import type { RnnDesign } from '#shared/training/rnn/design';
import { bars } from '#shared/training/sets/bars';
import { co2 } from '#shared/training/sets/co2';
import { seriesRace } from '#shared/training/sets/series';
import { TOKEN_VOCABULARY, visibleLookups } from '#shared/training/sets/tokens';
import type { TransformerDesign } from '#shared/training/transformer/design';
import { SAMPLES, SEED, seeds } from './dense';
import type { Work } from './work';

/** A workload of one family alone. */
type Of<One extends Design> = Omit<Work, 'recipe'> & { readonly recipe: Learning & One };

export type Cnn = Of<CnnDesign>;

const how = { rate: 0.05, batch: 10, seeds } as const;

/** Four kernels, of each of whose maps the largest goes on to four classes: 60 parameters. */
export const cnn: Cnn = {
  ...{ name: 'cnn', epochs: 10 },
  recipe: {
    ...{ family: 'cnn', train: bars(SAMPLES, rng(SEED, 'bars')), ...how },
    ...{ convolutions: [{ kernels: 4, pool: 'max', window: 'all' }], layers: [], activation: 'relu' },
    output: { curve: 'softmax', classes: 4 },
  },
};

/** Twelve months of CO2, and what the next one brings. */
export const recurrent: Of<RnnDesign> = {
  ...{ name: 'rnn', epochs: 10 },
  recipe: {
    ...{ family: 'rnn', train: seriesRace(co2, 12).train, ...how },
    ...{ perStep: 1, neurons: 8, output: { curve: 'linear' } },
  },
};

/** The digit that stood with a letter. */
export const attending: Of<TransformerDesign> = {
  ...{ name: 'transformer', epochs: 4 },
  recipe: {
    ...{ family: 'transformer', train: visibleLookups(SAMPLES, SEED), ...how },
    ...{ vocabulary: TOKEN_VOCABULARY, width: 8, heads: 2, blocks: 1, neurons: 16, causal: false },
    output: { curve: 'softmax', classes: 10 },
  },
};
