import type { Text } from '../../text';
import type { Evidence, Mistake } from '../activity';
import { LONGEST, squareOf, type Config, type Submission, type Vector } from './config';
import { grade, reckoned } from './grade';
import { people } from './people';
import { corners, meant, pronouns, type Pronoun } from './pronouns';
import { pronounScore, RIGHT, rolesScore } from './score';

const says = {
  nearest: {
    it: 'guarda la parola più vicina nella frase: l’attenzione non conta i posti, confronta query e chiavi',
    en: 'it looks at the nearest word of the sentence: attention does not count places, it compares query and keys',
  },
  short: {
    it: 'direzione giusta ma query corta: i punteggi si somigliano, e il softmax sparge l’attenzione su tutte',
    en: 'the right direction but a short query: the scores are alike, and softmax spreads the attention over all words',
  },
  half: {
    it: 'guarda solo il genere o solo il numero: per «lei» e «lui» servono tutti e due',
    en: 'it looks at gender or number alone: “her” and “him” need both',
  },
  gender: {
    it: 'chiede anche il genere: «loro» vale per tutti e due, e metà delle parole giuste resta fuori',
    en: 'it asks for a gender too: “them” stands for both, and half of the right words are left out',
  },
  away: {
    it: 'punta verso altre parole: la query deve andare nel verso delle chiavi giuste',
    en: 'it points at other words: a query must go the way of the right keys',
  },
  'one-query': {
    it: 'una sola query lunga per due domande: una parola prende tutto e quella opposta resta senza, serve una testa per domanda',
    en: 'one long query for two questions: one word takes all and the opposite one nothing, each question needs its own head',
  },
} as const satisfies Record<string, Text>;

type Id = keyof typeof says;

/** Shorter than this a query points nowhere, in tenths. */
const POINTLESS = 8;

const lengthOf = (vector: Vector): number => Math.sqrt(squareOf(vector));

/** The same direction, as long as the disc allows. */
function stretched(query: Vector): Vector {
  const length = lengthOf(query) || 1;
  return [(query[0] * LONGEST) / length, (query[1] * LONGEST) / length];
}

/** The cosine of the angle between two. */
const along = (a: Vector, b: Vector): number =>
  (a[0] * b[0] + a[1] * b[1]) / (lengthOf(a) * lengthOf(b) || 1);

const axes: readonly Vector[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
];

/** Which of the eight directions of the plane a query has. */
const heading = (query: Vector): Vector =>
  [...corners, ...axes].reduce((best, way) => (along(query, way) > along(query, best) ? way : best));

/** The word in front of the pronoun. */
const before = people.at(-1)?.key ?? [0, 0];

function pronounMistake(pronoun: Pronoun, query: Vector, secret: Evidence['secret']): Id {
  if (lengthOf(query) < POINTLESS || pronounScore(pronoun, stretched(query), secret) >= RIGHT) return 'short';
  const way = heading(query);
  const slanted = way[0] !== 0 && way[1] !== 0;
  if (slanted && way[0] * before[0] > 0 && way[1] * before[1] > 0 && !meant(pronoun, before))
    return 'nearest';
  if (pronoun === 'them') return slanted && meant(pronoun, way) ? 'gender' : 'away';
  return slanted ? 'away' : 'half';
}

/** An asked word is within this cosine of a query that points at it. */
const AIMED = 0.75;

function rolesMistake(queries: readonly Vector[]): Id {
  if (queries.every((query) => lengthOf(query) < POINTLESS)) return 'short';
  if (rolesScore(queries.map(stretched)) >= RIGHT) return 'short';
  const aimed = queries.some((query) => Math.abs(along(query, [1, 0])) > AIMED);
  return aimed ? 'one-query' : 'away';
}

export function mistakes(config: Config, sent: Submission, evidence: Evidence): readonly Mistake[] {
  if (grade(config, sent, evidence).right) return [];
  const queries = reckoned(config, sent, evidence.seat);
  const ids =
    config.asks === 'roles'
      ? [rolesMistake(queries)]
      : pronouns.flatMap((pronoun, i) => {
          const query = queries[i] ?? [0, 0];
          const { secret } = evidence;
          return pronounScore(pronoun, query, secret) >= RIGHT
            ? []
            : [pronounMistake(pronoun, query, secret)];
        });
  return [...new Set(ids)].map((id) => ({ id, why: says[id] }));
}
