import type { Submission } from '#shared/activities/numeric/index';
import { isObject, startFrom } from '../kit/start';

const isNumber = (draft: unknown): draft is Submission =>
  isObject(draft) && typeof draft.value === 'number' && Number.isFinite(draft.value);

/** What stands in the field at first; null leaves it empty. */
export const startOf = (draft: unknown, submission: Submission | null): Submission | null =>
  startFrom<Submission | null>({ draft, submission, untouched: null }, isNumber);
