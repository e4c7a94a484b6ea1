import { setImmediate as turn } from 'node:timers/promises';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import { review, type Review } from '#shared/session/review';
import type { SessionLog } from '../storage/log/port';

/** A session looked back at, rebuilt from its log alone. */
export type Reviewer = (session: string) => Promise<Result<Review, ErrorCode>>;

/** Reviews one at a time: each holds a whole log in memory, and folding it takes the thread that serves a class. */
export function reviewer(log: SessionLog): Reviewer {
  let last: Promise<unknown> = Promise.resolve();
  const fold = async (session: string): Promise<Result<Review, ErrorCode>> => {
    const read = await Promise.all([log.read(session), log.names(session)]).catch(() => null);
    if (read === null) return err('storage-failed');
    const [events, names] = read;
    // What waits on the sockets goes first.
    await turn();
    return ok(review(events, (name) => names.get(name) ?? ''));
  };
  return (session) => {
    const next = last.then(() => fold(session));
    last = next.catch(() => null);
    return next;
  };
}
