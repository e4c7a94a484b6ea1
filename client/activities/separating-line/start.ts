import * as v from 'valibot';
import { submission as shape, type Line } from '#shared/activities/separating-line/config';
import { drawable, START } from '#shared/activities/separating-line/line';

/** Where a student starts: the kept draft if it is one, else what was sent, else along both clouds. */
export function startOf(draft: unknown, submission: Line | null): Line {
  const parsed = v.safeParse(shape, draft);
  return parsed.success && drawable(parsed.output) ? parsed.output : (submission ?? START);
}
