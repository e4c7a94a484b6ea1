import type { FastifyInstance } from 'fastify';
import { ownReviewSchema } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import { ownReview, type OwnReview } from '#shared/session/own-review';
import { Guesses } from '../accounts/guesses';
import { hashOf } from '../live/sockets/hash';
import type { Sessions } from '../storage/prisma/sessions';
import { answer, parseBody } from './answer';
import type { Archive, Past } from './review';

export interface OwnReviewPorts {
  readonly archive: Archive;
  readonly sessions: Pick<Sessions, 'withCode'>;
  /** Monotonic, ms. */
  readonly now: () => number;
}

/** A student looks back, once the session is over: the seat's secret shows its own path and nothing else. */
export function ownReviewRoutes(app: FastifyInstance, { archive, sessions, now }: OwnReviewPorts): void {
  const guesses = new Guesses(now);

  /** Codes are used again: the secret says which of their sessions it was. */
  const find = async (code: string, token: string): Promise<Result<OwnReview, ErrorCode>> => {
    for (const id of await sessions.withCode(code)) {
      const found = await archive.look(id, (past) => ownPart(past, hashOf(token)));
      if (!found.ok && found.error !== 'unknown-session') return found;
      if (found.ok && found.value) return found.value;
    }
    return err('seat-unknown');
  };

  app.post('/api/own-review', async (request, reply) => {
    const body = parseBody(ownReviewSchema, request.body);
    if (!body.ok) return answer(reply, body);
    const { code, token } = body.value;
    if (!guesses.take(code)) return answer(reply, err('too-many-guesses'));
    const found = await find(code, token);
    // Only what might be a guess at somebody's secret is counted.
    if (found.ok || found.error !== 'seat-unknown') guesses.giveBack(code);
    return answer(reply, found);
  });
}

/** Null if nobody in this session ever had the secret. */
function ownPart({ log, state, names }: Past, token: string): Result<OwnReview, ErrorCode> | null {
  if (state.moved.has(token)) return err('seat-moved');
  const seat = state.tokens.get(token);
  if (seat === undefined) return null;
  if (state.stage.at !== 'ended') return err('wrong-phase');
  const seen = ownReview(log, state, seat, names);
  return seen ? ok(seen) : err('kicked');
}
