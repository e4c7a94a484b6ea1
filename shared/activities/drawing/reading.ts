import { derive, type Seed } from '../../rng';
import type { TrainingRequest } from '../../training/request';
import { digits, picturesOf, type Digit } from '../../training/sets/digits';
import { partsOf } from '../../training/sets/parts';
import type { Handed, Reading } from '../activity';
import { askedOf } from './asked';
import type { Config, Submission } from './config';
import { sheetOf } from './ink';
import { CELLS, reduced } from './reduced';

/** Digits of the data that a network learns from; the other 500 are its own test set. */
const LEARNT = 1_297;

/** One hidden layer of 32 neurons, which reads 96 % of its own test set after less than half a second. */
const design = { family: 'mlp', layers: [32], activation: 'relu' } as const;
const learning = { rate: 0.1, batch: 10, epochs: 14 } as const;

type Place = Pick<Reading, 'place' | 'of'>;

/** The half that joins is the first in the lot, rounded down; whoever stands behind it is measured. */
export const isMeasured = ({ place, of }: Place): boolean => place >= of >> 1;

/** Of a class of more than a thousand no more join: with them the training costs what any may cost. */
const MOST_JOINING = 500;

/** Whether what stands there in the lot joins the second network's training set. */
export const joins = ({ place, of }: Place): boolean => !isMeasured({ place, of }) && place < MOST_JOINING;

/** Two networks: one that learns from the data alone, and where there are two halves one that learns from half the class too. */
export const networks = (_config: Config, of: number): number => (of > 1 ? 2 : 1);

/** A seat's sheets as pictures of the data, each with the digit that was asked for. */
const drawnBy = (config: Config, { seat, submission }: Handed<Submission>): readonly Digit[] => {
  const asked = askedOf(config, seat);
  return submission.ink.map((ink, i) => ({ pixels: reduced(sheetOf(ink)), y: asked[i] ?? 0 }));
};

const NOTHING: Digit = { pixels: new Array<number>(CELLS * CELLS).fill(0), y: 0 };

/** What a network learns: the data, and the second one also what the half of the class that joins has drawn. */
export function request(
  config: Config,
  which: number,
  handed: readonly (Handed<Submission> | null)[],
  secret: Seed,
): TrainingRequest {
  const [train = [], test = []] = partsOf(digits, secret, 'drawing', [LEARNT]);
  const drawn = handed.map((one) => (one ? drawnBy(config, one) : []));
  const joined = which === 0 ? [] : drawn.filter((_, place) => joins({ place, of: handed.length })).flat();
  const judges = picturesOf(test);
  const read = drawn.flatMap((some) => Array.from({ length: config.asks }, (_, i) => some[i] ?? NOTHING));
  return {
    ...design,
    ...learning,
    output: { curve: 'softmax', classes: 10 },
    // The same first weights and orders: what differs is what was learnt from.
    seeds: [derive(secret, 'drawing')],
    train: picturesOf([...train, ...joined]),
    ...{ open: judges, hidden: judges, read: picturesOf(read).x },
  };
}
