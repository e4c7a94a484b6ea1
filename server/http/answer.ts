import type { FastifyReply } from 'fastify';
import * as v from 'valibot';
import type { ApiError } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';

/** The status of each code that has one of its own; every other refusal is a 400. */
const statuses: Partial<Record<ErrorCode, number>> = {
  'signed-out': 401,
  'sign-in-failed': 401,
  'link-used': 403,
  'origin-refused': 403,
  'not-allowed': 403,
  'rehearsal-refused': 403,
  'not-found': 404,
  'unknown-lesson': 404,
  'unknown-session': 404,
  'name-taken': 409,
  'session-put-aside': 409,
  'session-ended': 410,
  'lesson-changed': 409,
  'lesson-too-large': 413,
  'file-too-large': 413,
  'picture-too-large': 413,
  'too-many-guesses': 429,
  'too-fast': 429,
  'server-failed': 500,
  'storage-failed': 503,
  'server-moved': 503,
  'server-stopping': 503,
};

export const statusOf = (code: ErrorCode): number => statuses[code] ?? 400;

/** Why a request is refused: a code, or what else there is to tell with it. */
export type Refusal = ErrorCode | ApiError;

const told = (why: Refusal): ApiError => (typeof why === 'string' ? { code: why } : why);

/** Refuses a request with `{ code }`, which clients turn into a sentence in the person's language. */
export function refuse(reply: FastifyReply, why: Refusal, status = statusOf(told(why).code)): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send(told(why));
}

/** Answers with what went well, or refuses. */
export function answer(reply: FastifyReply, result: Result<unknown, Refusal>): FastifyReply {
  if (result.ok) return reply.header('cache-control', 'no-store').send(result.value);
  return refuse(reply, result.error);
}

/** Marks an answer that is JSON already. */
export function asJson(reply: FastifyReply, result: Result<string, ErrorCode>): typeof result {
  if (result.ok) reply.type('application/json; charset=utf-8');
  return result;
}

/** Parses a body once, at the edge. */
export function parseBody<T>(schema: v.GenericSchema<unknown, T>, body: unknown): Result<T, 'bad-packet'> {
  const parsed = v.safeParse(schema, body);
  return parsed.success ? ok(parsed.output) : err('bad-packet');
}
