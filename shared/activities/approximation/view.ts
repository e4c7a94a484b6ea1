import type { Seed } from '../../rng';
import type { Seeds } from '../activity';
import { counted, type Counts } from '../neuron/lines';
import type { Config, Submission } from './config';
import { fittedOf, type Fit } from './fitted';
import { keyOf } from './held';
import { levelled, targetOf } from './own';
import { rightOf } from './set';
import { plainOf, type Target } from './target';

/** The curve in sight: a seat's own, or where no seat looks the plain one. */
export interface View extends Target {
  readonly shape: Config['target'];
  /** Each student has another one. */
  readonly own: boolean;
}

/** The right S curves over the plain curve, and how near any can come to it, and to two humps. */
export interface Reveal {
  readonly right: Submission;
  readonly fits: readonly Fit[];
  readonly humps: readonly Fit[];
}

/** How many students hold each sum, as it would be over the plain curve. */
export interface Summary {
  readonly sums: Counts;
}

export const view = (config: Config, seat: Seed | null): View => ({
  ...(seat === null ? plainOf(config) : targetOf(config, seat)),
  shape: config.target,
  own: config.target === 'hill' && config.own === true,
});

export function reveal(config: Config): Reveal {
  const { own, humps } = fittedOf(config);
  return { right: rightOf(config.target), fits: own, humps };
}

export const emptySummary = (): Summary => ({ sums: {} });

export const addToSummary = (
  config: Config,
  { sums }: Summary,
  sent: Submission,
  { seat }: Seeds,
): Summary => ({ sums: counted(sums, keyOf(levelled(sent, targetOf(config, seat)))) });
