import type { Seed } from '../../rng';
import type { Asks, Vector } from './config';
import { pronouns, type Pronoun } from './pronouns';
import { asked, idealHeads, roleKeys, roles } from './roles';
import { lossOf, trialsOf } from './sentences';
import { crossEntropy, meanWeights } from './softmax';

/** Score from which on an answer is right. */
export const RIGHT = 0.9;

const between = (loss: number, zero: number, par: number): number =>
  Math.max(0, Math.min(1, (zero - loss) / (zero - par)));

/** A query of a pronoun, as the plane is reckoned with, on the hidden sentences. */
export function pronounScore(pronoun: Pronoun, query: Vector, secret: Seed): number {
  const { sentences, zero, par } = trialsOf(secret)[pronoun];
  return between(lossOf(query, sentences), zero, par);
}

const keys = roles.map((role) => roleKeys[role]);
const wanted = roles.map((role) => asked.includes(role));

/** What the words of the sentence are attended to by both heads together, in the order of `roles`. */
export const roleWeights = (queries: readonly Vector[]): readonly number[] => meanWeights(queries, keys);

/** Half of the attention for each of two opposite words: the cross-entropy, ln 2 at the least. */
export const roleLoss = (queries: readonly Vector[]): number => crossEntropy(roleWeights(queries), wanted);

/** A spread over all four words: no single head does better. */
const UNIFORM = roleLoss([[0, 0]]);
/** Two heads as long as the disc allows: 0.805. */
const PAR = roleLoss(idealHeads);

export const rolesScore = (queries: readonly Vector[]): number => between(roleLoss(queries), UNIFORM, PAR);

/** Of queries as the plane is reckoned with. */
export function scoreOf(asks: Asks, queries: readonly Vector[], secret: Seed): number {
  if (asks === 'roles') return rolesScore(queries);
  const scores = pronouns.map((pronoun, i) => pronounScore(pronoun, queries[i] ?? [0, 0], secret));
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
