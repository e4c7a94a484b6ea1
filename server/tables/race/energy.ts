import { costOf } from '#shared/activities/race/check';
import type { OwnConfig, Submission } from '#shared/activities/race/config';
import { rulesOf } from '#shared/activities/race/rules';
import { MOST_ENERGY } from '#shared/training/limits';

/** So many times par is the most that may be spent, as in the built-in races whose data do not ask for more. */
const GENEROUS = 100;

/** The largest network, for as long as the limits allow. */
function largest(config: OwnConfig): number {
  const { rate, epochs } = config.limits;
  const least = { rate: rate[0], epochs: epochs[1] };
  const submission: Submission =
    config.family === 'linear'
      ? { family: 'linear', ...least }
      : { layers: Array.from({ length: config.limits.layers }, () => config.limits.neurons), ...least };
  return costOf(config, submission);
}

/** The next number with two digits and noughts. */
function roundUp(cost: number): number {
  let step = 1;
  while (cost / step > 100) step *= 10;
  return Math.ceil(cost / step) * step;
}

/**
 * What is free of charge is what the network costs that does well. The most that may be spent is a hundred times as much, but
 * no more than anybody could spend, and enough for untouched controls.
 */
export function energyFor(config: OwnConfig, cost: number): OwnConfig['energy'] {
  const par = roundUp(cost);
  const spent = Math.max(costOf(config, rulesOf(config).start()), 2 * par);
  const most = Math.max(spent, Math.min(GENEROUS * par, largest(config)));
  return { max: Math.min(MOST_ENERGY, roundUp(most)), par };
}
