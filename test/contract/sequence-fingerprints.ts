import { rng, type Seed } from '#shared/rng';
import type { Learning, Recipe } from '#shared/training/request';
import type { Samples } from '#shared/training/samples';
import { co2 } from '#shared/training/sets/co2';
import { seriesRace } from '#shared/training/sets/series';
import { temperatures } from '#shared/training/sets/temperatures';
import { DIGITS, lookups, TOKEN_VOCABULARY } from '#shared/training/sets/tokens';

const SEED: Seed = '600d600d600d600d600d600d600d600d';
const number = { curve: 'linear' } as const;
const digit = { curve: 'softmax', classes: DIGITS } as const;

const tokens = () => lookups(101, rng(SEED, 'tokens'));
const months = () => seriesRace(co2, 12).train;
const days = () => seriesRace(temperatures, 7).train;

/** The data of the networks below, and of lessons. */
export const sequenceSets = (): Readonly<Record<string, Samples>> => ({
  tokens: tokens(),
  CO2: months(),
  temperatures: days(),
});

const learning = (train: Samples): Learning => ({ train, rate: 0.03, batch: 7, seeds: [SEED] });

/** Networks on rows of numbers and of tokens; a batch that does not divide the samples. */
export const sequenceRecipes = (): Readonly<Record<string, Recipe>> => ({
  'CO2, rnn, sgd': { ...learning(months()), family: 'rnn', perStep: 1, neurons: 5, output: number },
  'temperatures, rnn, adam, l2': {
    ...learning(days()),
    ...{ family: 'rnn', perStep: 1, neurons: 3, output: number, optimiser: 'adam', l2: 0.001 },
  },
  'tokens, transformer, adam': {
    ...learning(tokens()),
    ...{ family: 'transformer', vocabulary: TOKEN_VOCABULARY, width: 8, heads: 2, blocks: 1, neurons: 8 },
    ...{ causal: false, output: digit, optimiser: 'adam' },
  },
  'tokens, causal transformer of two blocks, sgd': {
    ...learning(tokens()),
    ...{ family: 'transformer', vocabulary: TOKEN_VOCABULARY, width: 6, heads: 3, blocks: 2, neurons: 5 },
    ...{ causal: true, output: digit },
  },
});
