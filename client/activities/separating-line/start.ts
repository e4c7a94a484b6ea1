import * as v from 'valibot';
import { submission as shape, type Line } from '#shared/activities/separating-line/config';
import { drawable } from '#shared/activities/separating-line/line';
import { startFrom } from '../kit/start';

const isLine = (draft: unknown): draft is Line => v.is(shape, draft) && drawable(draft);

/** Where a student starts; `untouched`: along both clouds. */
export const startOf = (draft: unknown, submission: Line | null, untouched: Line): Line =>
  startFrom({ draft, submission, untouched }, isLine);
