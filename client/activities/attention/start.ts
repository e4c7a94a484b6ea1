import * as v from 'valibot';
import { countOf, inDisc, submission as shape, type Submission } from '#shared/activities/attention/config';
import { startAt } from '#shared/activities/attention/start';
import type { View } from '#shared/activities/attention/view';
import { startFrom } from '../kit/start';

export const keyOf = ({ queries }: Submission): string => queries.join(' ');

/** Where the queries stand: where they were before a reload, else where they were sent from, else untouched. */
export function startOf({ asks, turn }: View, draft: unknown, submission: Submission | null): Submission {
  const fits = (given: unknown): given is Submission =>
    v.is(shape, given) && given.queries.length === countOf(asks) && given.queries.every(inDisc);
  return startFrom({ draft, submission, untouched: startAt(asks, turn ?? 0) }, fits);
}
