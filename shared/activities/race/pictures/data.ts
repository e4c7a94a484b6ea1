import { derive, rng, type Seed } from '../../../rng';
import { digits, type Digit } from '../../../training/sets/digits';
import { rowOf } from '../../../training/sets/digit-rows';
import { byClass } from '../../../training/sets/by-class';
import type { StepSamples } from '../../activity';
import type { PictureData } from './classes';
import { picturesFrom, picturesJudging, type PictureJudgesFrom, type PicturesFrom } from './pictures';

/** Which pictures a race is on. */
interface Gallery {
  readonly data: PictureData;
  readonly samples: number;
  readonly dataSeed: Seed;
}

/** Digits of the public sample, and the most behind the points. */
const OPEN_DIGITS = 297;

const classOf = ({ y }: Digit): number => y;

/** The visible digits and the others: of each digit as large a part. */
function digitsOf({ samples, dataSeed }: Gallery): { readonly visible: Digit[]; readonly others: Digit[] } {
  const order = byClass(digits, classOf, rng(dataSeed, 'digits'));
  return { visible: order.slice(0, samples), others: order.slice(samples) };
}

/** Digits that were written alike are one: whoever sees one has seen the other. */
function unseen(gallery: Gallery): Digit[] {
  const { visible, others } = digitsOf(gallery);
  const seen = new Set(visible.map(rowOf));
  return others.filter((digit) => !seen.has(rowOf(digit)));
}

/** In an order that tells nothing of how they were drawn. */
const rowsOf = (some: readonly Digit[]): string[] => some.map(rowOf).sort();

export const visibleOf = (gallery: Gallery): PicturesFrom =>
  gallery.data === 'digits'
    ? { from: 'table', rows: rowsOf(digitsOf(gallery).visible) }
    : { from: 'seed', samples: gallery.samples, seed: gallery.dataSeed };

export function judgesOf(gallery: Gallery, secret: Seed): PictureJudgesFrom {
  if (gallery.data === 'bars') return { from: 'seed', seed: derive(secret, 'race/points') };
  const order = byClass(unseen(gallery), classOf, rng(secret, 'race/digits'));
  return {
    from: 'table',
    open: rowsOf(order.slice(0, OPEN_DIGITS)),
    hidden: rowsOf(order.slice(OPEN_DIGITS)),
  };
}

export const partsOf = (gallery: Gallery, secret: Seed) => ({
  train: picturesFrom(visibleOf(gallery)),
  ...picturesJudging(judgesOf(gallery, secret)),
});

const named = (some: readonly Digit[]): string[] => rowsOf(some).map((row) => `digit ${row}`);

/** Bars are the step's own. */
export const samplesOf = (gallery: Gallery): StepSamples =>
  gallery.data === 'bars'
    ? { shown: [], kept: [] }
    : { shown: named(digitsOf(gallery).visible), kept: named(unseen(gallery)) };
