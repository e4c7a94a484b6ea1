import * as m from '../../i18n/generated/messages.js';
import type { Verdict } from '#shared/session/verdict';

/** A verdict in words: a mark never stands alone. */
export const verdictWords: Readonly<Record<Verdict, () => string>> = {
  right: () => m.review_verdict_right(),
  partial: () => m.review_verdict_partial(),
  wrong: () => m.review_verdict_wrong(),
  answered: () => m.review_verdict_answered(),
  unscored: () => m.review_verdict_unscored(),
  silent: () => m.review_no_answer(),
  absent: () => m.review_absent(),
};

/** A student's name as it is read; one that was erased is said to be. */
export const named = (name: string): string => name || m.review_erased();
