import type { FastifyInstance } from 'fastify';
import { ownReviewSchema } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import type { Hash } from '#shared/session/events';
import { err, type Result } from '#shared/result';
import type { Guesses } from '../accounts/guesses';
import { hashOf } from '../accounts/secrets';
import type { Rooms } from '../live/rooms';
import type { Sessions } from '../storage/prisma/sessions';
import type { Archive } from '../past/archive';
import { answer, asJson, parseBody } from './answer';
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

  /** Several sessions may have had the same code, one after the other; the seat's secret decides which one is meant. */
  const find = async (
    ids: readonly string[],
    token: Hash,
    network: string,
  ): Promise<Result<string, ErrorCode>> => {
    let unread = false;
    for (const id of ids) {
      const found = await archive.look(id, { ask: 'own', token }, network);
      if (found.ok || !elsewhere.has(found.error)) return found;
      unread ||= found.error === 'session-put-aside';
    }
    return err(unread ? 'session-put-aside' : 'seat-unknown');
  };

  app.post('/api/own-review', async (request, reply) => {
    const body = parseBody(ownReviewSchema, request.body);
    if (!body.ok) return answer(reply, body);
    const token = hashOf(body.value.token);
    const ids = await sessions.withCode(body.value.code);
    // A class that has just played looks back all at once. A secret that a room still knows is no guess.
    const atHand = await Promise.all(ids.map(async (id) => (await rooms.get(id)?.knows(token)) ?? false));
    const network = senderOf(request.raw);
    if (atHand.includes(true)) return answer(reply, asJson(reply, await find(ids, token, network)));
    // After a restart no room knows anybody, and the class looks back all at once: nothing is counted until it was wrong.
    if (guesses.isSpent(network)) return answer(reply, err('too-many-guesses'));
    const found = await find(ids, token, network);
    if (!found.ok && found.error === 'seat-unknown') await guesses.wrong(network);
    return answer(reply, asJson(reply, found));
  });
}

/** Codes with which the search goes on: the secret may belong to another session that had the same room code. */
const elsewhere: ReadonlySet<ErrorCode> = new Set(['unknown-session', 'seat-unknown', 'session-put-aside']);
