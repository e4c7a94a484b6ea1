import { rng, type Rng, type Seed } from '../../rng';
import { exp, log } from '../../training/math';
import type { Vector } from './config';
import { corners, meant, towards, type Pronoun } from './pronouns';
import { scoreOf } from './softmax';

/** Sentences that score, for each pronoun. */
export const HIDDEN = 200;
/** Words of a sentence, more than there are kinds of them; one or two are right. */
const WORDS = { least: 8, most: 12 } as const;
const MOST_RIGHT = 2;
/** How far a key lies from its corner at most, in tenths. */
const JITTER = 2.5;

/** The keys of its words, the right ones first: attention does not know an order. */
export interface Sentence {
  readonly keys: readonly Vector[];
  readonly right: number;
}

const one = <Item>(items: readonly Item[], random: Rng): Item => items[random.below(items.length)] as Item;

function keyNear([gender, number]: Vector, random: Rng): Vector {
  const off = () => JITTER * (2 * random.unit() - 1);
  return [10 * gender + off(), 10 * number + off()];
}

/** The corners of a pronoun's right words, and of the others. */
const sides = (pronoun: Pronoun): Record<'fitting' | 'unfit', readonly Vector[]> => ({
  fitting: corners.filter((corner) => meant(pronoun, corner)),
  unfit: corners.filter((corner) => !meant(pronoun, corner)),
});

function sentenceOf({ fitting, unfit }: ReturnType<typeof sides>, random: Rng): Sentence {
  const words = WORDS.least + random.below(WORDS.most - WORDS.least + 1);
  const right = 1 + random.below(MOST_RIGHT);
  const keys = Array.from({ length: words }, (_, i) =>
    keyNear(one(i < right ? fitting : unfit, random), random),
  );
  return { keys, right };
}

/**
 * Cross-entropy of what a query attends to against the same share for each right word, and how much these get together.
 * As `crossEntropy(weightsOf(query, keys), …)`, in one pass: a class is graded by thousands of words.
 */
function attendedIn(
  { keys, right }: Sentence,
  query: Vector,
): { readonly loss: number; readonly share: number } {
  let [all, fitting, scores] = [0, 0, 0];
  for (let word = 0; word < keys.length; word++) {
    const score = scoreOf(query, keys[word] as Vector);
    const part = exp(score);
    all += part;
    if (word >= right) continue;
    fitting += part;
    scores += score;
  }
  return { loss: log(all) - scores / right, share: fitting / all };
}

/** The sentences of a pronoun, and the cross-entropies between which a query is scored. */
export interface Trial {
  readonly sentences: readonly Sentence[];
  readonly zero: number;
  readonly par: number;
}

/** The mean cross-entropy of a query over sentences. */
export const lossOf = (query: Vector, sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, sentence) => sum + attendedIn(sentence, query).loss, 0) / sentences.length;

/** A query in the right direction is worth nothing at the one length, in tenths, and everything at the other. */
const NOTHING = 11;
const EVERYTHING = 36;

function trial(pronoun: Pronoun, random: Rng): Trial {
  const both = sides(pronoun);
  const sentences = Array.from({ length: HIDDEN }, () => sentenceOf(both, random));
  const [x, y] = towards[pronoun];
  const at = (length: number) => lossOf([length * x, length * y], sentences);
  return { sentences, zero: at(NOTHING), par: at(EVERYTHING) };
}

export type Trials = Readonly<Record<Pronoun, Trial>>;

/** A class is graded by one secret at a time. */
let last: { readonly secret: Seed; readonly trials: Trials } | null = null;

/** What a step's secret has drawn. */
export function trialsOf(secret: Seed): Trials {
  if (last?.secret === secret) return last.trials;
  const of = (pronoun: Pronoun) => trial(pronoun, rng(secret, `attention ${pronoun}`));
  const trials = { her: of('her'), him: of('him'), them: of('them') };
  last = { secret, trials };
  return trials;
}

/** How much of its attention a query gives the right words, over all sentences, from 0 to 1. */
export const shareOf = (query: Vector, { sentences }: Trial): number =>
  sentences.reduce((sum, sentence) => sum + attendedIn(sentence, query).share, 0) / sentences.length;
