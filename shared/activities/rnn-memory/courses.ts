import { faint } from '../faint';
import { LONGEST, type Submission } from './config';
import { courseOf } from './neuron';
import { inSight } from './noise';

/** The noise that everybody sees first. */
const SEEN = inSight(0);

/** h of the string that begins with +1 minus h of the one that begins with −1, at each step: from −2 to 2. */
export function apartOf(neuron: Submission, noise: ArrayLike<number> = SEEN): readonly number[] {
  const minus = courseOf(neuron, -1, noise);
  return courseOf(neuron, 1, noise).map((h, i) => h - (minus[i] ?? 0));
}

/** So far apart, the two strings in sight are still told apart after the last step. */
const APART = 1;

export const remembers = (neuron: Submission): boolean => (apartOf(neuron).at(-1) ?? 0) >= APART;

/** Steps between two places of a course while the step is open. */
export const EVERY = 10;
/** Places of a course's height in a unit. */
export const FINE = 4;

/**
 * A course as it is shown while the step is open: at every tenth step, in quarters. Whether a neuron remembers can be seen
 * in it, and not how it does: its beginning would tell w_x, its exact height w_h.
 */
export const coarse = (neuron: Submission): string =>
  apartOf(neuron)
    .filter((_, i) => (i + 1) % EVERY === 0)
    .map((apart) => Math.round(FINE * apart))
    // A zero with a sign is one.
    .map((place) => place || 0)
    .join();

/** The steps and heights of a coarse course. */
export const placesOf = (course: string): readonly (readonly [step: number, apart: number])[] =>
  course
    .split(',')
    .map((place, i) => [EVERY * (i + 1), Number(place) / FINE] as const)
    .filter(([step]) => step <= LONGEST);

/** A class's courses while the step is open: see `faint`. */
export const faintCourses = (courses: Iterable<string>): Readonly<Record<string, number>> => faint(courses);
