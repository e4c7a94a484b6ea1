import * as v from 'valibot';
import { submission as shape, type Heights, type Submission } from '#shared/activities/line-fit/config';
import { drawable, guessable } from '#shared/activities/line-fit/line';
import { isObject, startFrom } from '../kit/start';

/** Where a student is: `guess` null before there is one. */
export interface Start {
  readonly guess: number | null;
  readonly heights: Heights;
}

const isSubmission = (draft: unknown): draft is Submission =>
  isObject(draft) && v.is(shape, draft) && drawable(draft.heights) && guessable(draft.guess);

/** Where a student starts: at the guess, with the line level. */
export const startOf = (draft: unknown, submission: Submission | null, level: Heights): Start =>
  startFrom<Start>({ draft, submission, untouched: { guess: null, heights: level } }, isSubmission);
