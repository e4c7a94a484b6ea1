import * as v from 'valibot';
import { submission as shape, type Submission } from '#shared/activities/descent/config';
import { RANGE, UNTOUCHED } from '#shared/activities/descent/rate';
import { startFrom } from '../kit/start';

const isOnTheSlider = (draft: unknown): draft is Submission =>
  v.is(shape, draft) && draft.exponent >= RANGE.least && draft.exponent <= RANGE.most;

/** Where the slider stands: where it was before a reload, else where it was sent from, else at a small η. */
export const startOf = (draft: unknown, submission: Submission | null): Submission =>
  startFrom({ draft, submission, untouched: UNTOUCHED }, isOnTheSlider);

/** Who has turned the slider before has taken the first steps. */
export const hasStarted = (draft: unknown, submission: Submission | null): boolean =>
  submission !== null || isOnTheSlider(draft);
