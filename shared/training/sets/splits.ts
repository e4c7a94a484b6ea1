import { rng, type Seed } from '../../rng';
import type { Points } from '../request';
import { generators, type GeneratedKind } from './generate';

/** Points behind the public figures of a round, and behind its points at the reveal. */
export const OPEN_POINTS = 500;
export const HIDDEN_POINTS = 2_000;

/** The points that students see and networks learn from; phones make them themselves. */
export const visiblePoints = (kind: GeneratedKind, samples: number, noise: number, seed: Seed): Points =>
  generators[kind](samples, noise, rng(seed, 'train'));

/** What a network is judged by: other points of the same kind, from a seed that never leaves the server. */
export function privatePoints(
  kind: GeneratedKind,
  noise: number,
  secret: Seed,
): { readonly open: Points; readonly hidden: Points } {
  return {
    open: generators[kind](OPEN_POINTS, noise, rng(secret, 'open')),
    hidden: generators[kind](HIDDEN_POINTS, noise, rng(secret, 'hidden')),
  };
}
