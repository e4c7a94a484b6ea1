import type { Vector } from './config';

/** Three questions to the same sentence, in the order of the queries. */
export const pronouns = ['her', 'him', 'them'] as const;
export type Pronoun = (typeof pronouns)[number];

/** The four kinds of word, as signs of (gender, number): feminine and singular are above 0. */
export const corners: readonly Vector[] = [
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
];

/** Whether a pronoun may stand for a word with this key; `them` does not look at the gender. */
export function meant(pronoun: Pronoun, [gender, number]: Vector): boolean {
  if (pronoun === 'them') return number < 0;
  return number > 0 && gender > 0 === (pronoun === 'her');
}

/** The best query for each, as long as the disc allows: where both features count it points between them. */
export const ideal: Readonly<Record<Pronoun, Vector>> = {
  her: [28, 28],
  him: [-28, 28],
  them: [0, -40],
};

const HALF_ROOT = Math.SQRT1_2;

/** The direction of the best query, a unit vector. */
export const towards: Readonly<Record<Pronoun, Vector>> = {
  her: [HALF_ROOT, HALF_ROOT],
  him: [-HALF_ROOT, HALF_ROOT],
  them: [0, -1],
};
