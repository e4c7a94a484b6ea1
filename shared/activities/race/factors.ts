import { log } from '../../training/math';
import type { Config } from './config';

/** From this score on a network counts as right: well over the base, at a cost near to par. */
export const RIGHT = 0.6;

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** 0 up to the base, 1 from the top on. */
export const accuracyFactor = ({ accuracy: { base, top } }: Pick<Config, 'accuracy'>, accuracy: number) =>
  clamp((accuracy - base) / (top - base));

/** 1 up to par, 0 at the most that is allowed, logarithmic in between; par is below max, so nothing divides by 0. */
export const energyFactor = ({ energy: { max, par } }: Pick<Config, 'energy'>, spent: number) =>
  clamp(log(max / spent) / log(max / par));
