import type { FastifyInstance } from 'fastify';
import { ownReviewSchema } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, type Result } from '#shared/result';
import { Guesses } from '../accounts/guesses';
import { hashOf } from '../live/sockets/hash';
import type { Sessions } from '../storage/prisma/sessions';
import type { Archive } from '../past/archive';
import { answer, asJson, parseBody } from './answer';

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
  const find = async (code: string, token: string): Promise<Result<string, ErrorCode>> => {
    for (const id of await sessions.withCode(code)) {
      const found = await archive.look(id, { ask: 'own', token: hashOf(token) });
      if (found.ok || !elsewhere.has(found.error)) return found;
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
    return answer(reply, asJson(reply, found));
  });
}

/** The secret may be of another session that had the same code. */
const elsewhere: ReadonlySet<ErrorCode> = new Set(['unknown-session', 'seat-unknown']);
