import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { ErrorCode } from '#shared/errors';
import { LogAway } from '../live/homes/away';
import { isStorageError } from '../storage/prisma/client';
import { refuse } from './answer';

/** What a log may say about an error: never its message where that could quote a row, such as a name. */
function trace(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const message = isStorageError(error) ? undefined : error.message;
  const code = 'code' in error ? error.code : undefined;
  return { name: error.name, code, message, frames: frames.slice(0, 8) };
}

/** Where bugs outside of requests are written down. */
export const report =
  (log: FastifyBaseLogger) =>
  (error: unknown): void =>
    log.error({ error: trace(error) }, 'something failed');

/**
 * Tells of a database that is away once, and not again by every desk that looks each second, until one of those looks, which
 * go through `looked`, has succeeded. Whatever else fails is told each time.
 */
export function onceWhileAway(tell: (error: unknown) => void) {
  let away = false;
  return {
    tell: (error: unknown): void => {
      const isKnown = away && isStorageError(error);
      away ||= isStorageError(error);
      if (!isKnown) tell(error);
    },
    looked: async <Answer>(look: Promise<Answer>): Promise<Answer> => {
      const answer = await look;
      away = false;
      return answer;
    },
  };
}

/** What went wrong before a handler of ours was reached: a body that is too big, not JSON, not finished. */
const isTheirs = (error: FastifyError) => (error.statusCode ?? 500) < 500;

const seesNothing = ({ statusCode }: FastifyError) => statusCode === 403 || statusCode === 404;

/** A person who mistyped an address gets the page that says so, in their language. */
const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');

/** Where the log of a session cannot be asked, another server may have it. */
function codeOf(error: unknown): ErrorCode {
  if (error instanceof LogAway) return 'server-moved';
  return isStorageError(error) ? 'storage-failed' : 'server-failed';
}

/** One place where whatever was thrown becomes `{ code }`; a stack trace goes to the log alone. */
export function handleFailures(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) =>
    wantsPage(request) ? reply.code(404).sendFile('index.html') : refuse(reply, 'not-found'),
  );
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply) => {
    // The pages' file server says 403 for paths that try to climb out of its folder.
    if (isTheirs(error) && seesNothing(error)) return refuse(reply, 'not-found');
    if (isTheirs(error)) return refuse(reply, 'bad-packet', error.statusCode === 413 ? 413 : 400);
    request.log.error({ route: request.routeOptions.url, error: trace(error) }, 'request failed');
    return refuse(reply, codeOf(error));
  });
}
