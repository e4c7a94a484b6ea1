import { rng, type Seed } from '../../../rng';
import type { Samples } from '../../../training/samples';
import { bars } from '../../../training/sets/bars';
import { digitOf, picturesOf } from '../../../training/sets/digit-rows';
import { HIDDEN_POINTS, OPEN_POINTS } from '../../../training/sets/splits';

/** Visible pictures as they are sent: bars are made from their seed, digits are spelt out, one a row. */
export type PicturesFrom =
  | { readonly from: 'seed'; readonly samples: number; readonly seed: Seed }
  | { readonly from: 'table'; readonly rows: readonly string[] };

/** What networks are judged by, as it is sent at the reveal. */
export type PictureJudgesFrom =
  | { readonly from: 'seed'; readonly seed: Seed }
  | { readonly from: 'table'; readonly open: readonly string[]; readonly hidden: readonly string[] };

export interface PictureJudges {
  readonly open: Samples;
  readonly hidden: Samples;
}

const spelt = (rows: readonly string[]): Samples => picturesOf(rows.map(digitOf));

export const picturesFrom = (sent: PicturesFrom): Samples =>
  sent.from === 'table' ? spelt(sent.rows) : bars(sent.samples, rng(sent.seed, 'train'));

export const picturesJudging = (sent: PictureJudgesFrom): PictureJudges =>
  sent.from === 'table'
    ? { open: spelt(sent.open), hidden: spelt(sent.hidden) }
    : {
        open: bars(OPEN_POINTS, rng(sent.seed, 'open')),
        hidden: bars(HIDDEN_POINTS, rng(sent.seed, 'hidden')),
      };
