import * as v from 'valibot';
import { submission as shape, type Submission } from '#shared/activities/approximation/config';
import { settable } from '#shared/activities/approximation/grade';
import { startAt } from '#shared/activities/approximation/set';
import type { View } from '#shared/activities/approximation/view';
import { startFrom } from '../kit/start';

/** Where the S curves are: where they were before a reload, else as they were sent, else as everybody starts. */
export const startOf = (view: View, draft: unknown, submission: Submission | null): Submission =>
  startFrom(
    { draft, submission, untouched: startAt(view.shape, view) },
    (kept): kept is Submission => v.is(shape, kept) && settable(view.shape, kept),
  );
