import type { FastifyInstance } from 'fastify';
import { ownReviewSchema } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import { ownReview, type OwnReview } from '#shared/session/own-review';
import type { Guesses } from '../accounts/guesses';
import { hashOf } from '../live/sockets/hash';
import type { Rooms } from '../live/rooms';
import type { Sessions } from '../storage/prisma/sessions';
import { answer, parseBody } from './answer';
import type { Archive, Past } from './review';
import type { SenderOf } from './sender';

export interface OwnReviewPorts {
  readonly archive: Archive;
  readonly sessions: Pick<Sessions, 'withCode'>;
  readonly rooms: Pick<Rooms, 'get'>;
  /** Wrong secrets, by network. */
  readonly guesses: Guesses;
  readonly senderOf: SenderOf;
}

/** A student looks back, once the session is over: the seat's secret shows its own path and nothing else. */
export function ownReviewRoutes(app: FastifyInstance, ports: OwnReviewPorts): void {
  const { archive, sessions, rooms, guesses, senderOf } = ports;

  /** Codes are used again: the secret says which of their sessions it was. */
  const find = async (ids: readonly string[], token: string): Promise<Result<OwnReview, ErrorCode>> => {
    for (const id of ids) {
      const found = await archive.look(id, (past) => ownPart(past, token));
      if (!found.ok && found.error !== 'unknown-session') return found;
      if (found.ok && found.value) return found.value;
    }
    return err('seat-unknown');
  };

  app.post('/api/own-review', async (request, reply) => {
    const body = parseBody(ownReviewSchema, request.body);
    if (!body.ok) return answer(reply, body);
    const token = hashOf(body.value.token);
    const ids = await sessions.withCode(body.value.code);
    // A class that has just played looks back all at once: a seat that is still at hand is no guess.
    if (ids.some((id) => rooms.get(id)?.state.tokens.has(token)))
      return answer(reply, await find(ids, token));
    const network = senderOf(request.raw);
    if (!guesses.take(network)) return answer(reply, err('too-many-guesses'));
    const found = await find(ids, token);
    // Only what might be a guess at somebody's secret is counted.
    if (found.ok || found.error !== 'seat-unknown') guesses.giveBack(network);
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
