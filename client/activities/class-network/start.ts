import * as v from 'valibot';
import { submission as shape, type Line } from '#shared/activities/class-network/config';
import { START } from '#shared/activities/class-network/line';
import { startFrom } from '../kit/start';

const isLine = (draft: unknown): draft is Line => v.is(shape, draft);

/** Where a student starts: beside all the points. */
export const startOf = (draft: unknown, submission: Line | null): Line =>
  startFrom({ draft, submission, untouched: START }, isLine);
