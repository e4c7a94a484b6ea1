import { rng, type Seed } from '../../rng';
import type { Config, Submission } from './config';
import { plainOf, type Target } from './target';

/** A hill lies up to so many places of the grid to either side of the middle. */
export const FURTHEST = 4;
const SHIFTS = 2 * FURTHEST + 1;

/** A seat's own curve: one of nine hills and nine valleys, where the configuration says so. */
export function targetOf(config: Config, seat: Seed): Target {
  const plain = plainOf(config);
  if (config.target !== 'hill' || !config.own) return plain;
  const dealt = rng(seat, 'approximation').below(2 * SHIFTS);
  return { ...plain, shift: (dealt % SHIFTS) - FURTHEST, down: dealt >= SHIFTS };
}

const shifted = ({ steps, steepness }: Submission, by: number, down: boolean): Submission => ({
  steps: steps.map(({ place, height }) => ({
    place: place + by,
    height: down && height !== 0 ? -height : height,
  })),
  steepness,
});

/** What a student's S curves are over the plain curve: the class is drawn over one hill. */
export const levelled = (sent: Submission, { shift, down }: Target): Submission =>
  shifted(sent, -shift, down);

/** The other way round. */
export const ownOf = (plain: Submission, { shift, down }: Target): Submission => shifted(plain, shift, down);
