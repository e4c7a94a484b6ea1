import type { Seed } from '../../rng';
import type { Samples } from '../samples';
import { digitOf, picturesOf, type Digit } from './digit-rows';
import { DIGITS_TABLE } from './digits-table';
import { partsOf } from './parts';

export { picturesOf, type Digit } from './digit-rows';

/** All 1,797. For servers: a phone must never load the hidden ones. */
export const digits: readonly Digit[] = DIGITS_TABLE.trim().split('\n').map(digitOf);

/** How many of them students see; of the others, how many stand behind the public figures of a race. */
export const VISIBLE_DIGITS = 1_000;
const OPEN_DIGITS = 297;

/** The three parts of a race: 1,000 to learn from, 297 behind its public figures, 500 behind its points. */
export function digitRace(
  secret: Seed,
  visible = VISIBLE_DIGITS,
): { readonly train: Samples; readonly open: Samples; readonly hidden: Samples } {
  const [train = [], open = [], hidden = []] = partsOf(digits, secret, 'digits', [
    visible,
    visible + OPEN_DIGITS,
  ]);
  return { train: picturesOf(train), open: picturesOf(open), hidden: picturesOf(hidden) };
}
