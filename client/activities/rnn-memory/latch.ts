import type { Submission } from '#shared/activities/rnn-memory/config';
import type { Accuracies } from '#shared/activities/rnn-memory/hidden';
import type { Locale } from '#shared/text';
import { percent, tenths } from '../kit/numbers';

/** The three numbers of a neuron, as a sentence takes them. */
export const numbersOf = ({ h, x, b }: Submission, locale: Locale) => ({
  h: tenths(h, locale),
  x: tenths(x, locale),
  b: tenths(b, locale),
});

/** "99%, 98%, 97%" */
export const ratesOf = (accuracies: Accuracies): string => accuracies.map(percent).join(', ');

/** "5, 20, 80" */
export const lengthsOf = (lengths: readonly number[]): string => lengths.join(', ');
