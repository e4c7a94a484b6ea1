import type { Seed } from '../../rng';
import type { Seeds } from '../activity';
import { counted, type Counts } from '../neuron/lines';
import type { Config, Submission } from './config';
import { bestRate } from './gain';
import { levelled, placeOf } from './rate';
import { steepnessOf } from './steepness';
import { startAt } from './two-valleys';

/** The valley in sight. How steep it is differs from seat to seat; null where no seat looks. */
export interface View {
  readonly kappa: number;
  readonly steps: number;
  readonly steepness: number | null;
}

/** The place of the best η on the slider, in a valley of steepness 1. */
export interface Reveal {
  readonly best: number;
}

/**
 * How many students hold each place of the slider, as it would be in a valley of steepness 1; and from where each one's
 * ball starts in a valley with two minima, which chance has dealt and nobody is asked about.
 */
export interface Summary {
  readonly levels: Counts;
  readonly starts: Counts;
}

export const view = (config: Config, seat: Seed | null): View => ({
  kappa: config.kappa,
  steps: config.steps,
  steepness: seat === null ? (config.steepness ?? null) : steepnessOf(config, seat),
});

export const reveal = (config: Config): Reveal => ({ best: placeOf(bestRate(config)) });

export const emptySummary = (): Summary => ({ levels: {}, starts: {} });

export const addToSummary = (
  config: Config,
  { levels, starts }: Summary,
  { exponent }: Submission,
  { seat }: Seeds,
): Summary => ({
  levels: counted(levels, String(levelled(exponent, steepnessOf(config, seat)))),
  starts: counted(starts, String(startAt(seat))),
});
