import { familyIn } from '#shared/activities/race/rules';
import type { Submission } from '#shared/activities/race/config';
import type { Locale } from '#shared/text';
import * as m from '../../i18n/generated/messages.js';
import { decimal, whole } from '../kit/numbers';
import { lookOf } from './looks';

/** A learning rate with as many decimals as it needs. */
export const rateWords = (rate: number, locale: Locale): string =>
  decimal(rate, locale, rate >= 1 ? 0 : rate >= 0.1 ? 1 : rate >= 0.01 ? 2 : 3);

export { finePercent as share, whole } from '../kit/numbers';

/** What kind of network it is, in a word. */
export const shapeWords = (submission: Submission): string => lookOf(familyIn(submission)).shape(submission);

/** A configuration in one line. */
export const runWords = (submission: Submission, locale: Locale): string =>
  m.race_run_words({
    shape: shapeWords(submission),
    rate: rateWords(submission.rate, locale),
    epochs: whole(submission.epochs, locale),
  });
