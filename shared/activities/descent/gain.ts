import { log } from '../../training/math';
import type { Point } from './bowl';
import type { Config } from './config';

type Valley = Pick<Config, 'kappa' | 'steps'>;

/** Nearer than this to the minimum (a factor of e^20) is the same as there. */
const MOST = 20;

function power(base: number, times: number): number {
  let product = 1;
  for (let i = 0; i < times; i++) product *= base;
  return product;
}

/**
 * D: how much nearer the ball has come after all steps, as the mean of ln(‖p₀‖/‖p_N‖) over starts at distance 1. `rate`
 * is η times the steepness. Below 0 it is further away.
 */
export function gainOf({ kappa, steps }: Valley, starts: readonly Point[], rate: number): number {
  const [along, across] = [power(1 - rate, steps), power(1 - rate * kappa, steps)];
  const gains = starts.map(({ x, y }) => {
    const [u, v] = [x * along, y * across];
    return Math.min(MOST, -log(u * u + v * v) / 2);
  });
  return gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length);
}

/** The η, times the steepness, that shrinks both directions alike: 2/(1 + κ). */
export const bestRate = ({ kappa }: Valley): number => 2 / (1 + kappa);

/** From here on the steep direction runs away: 2/κ. */
export const limitRate = ({ kappa }: Valley): number => 2 / kappa;

/** D at the best η: each step shrinks both directions by (κ − 1)/(κ + 1), wherever the ball starts. */
export const parOf = ({ kappa, steps }: Valley): number => steps * log((kappa + 1) / (kappa - 1));
