import type { FastifyError, FastifyInstance, RouteShorthandOptions } from 'fastify';
import * as v from 'valibot';
import type { ErrorCode } from '#shared/errors';
import { LARGEST_FILE } from '#shared/exchange/report';
import { err } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { Exchange } from '../exchange/open';
import { parseBody, refuse } from './answer';
import { lessonBody } from './lesson-body';
import { forTeachers } from './teacher';

const query = v.strictObject({ name: v.optional(v.pipe(v.string(), v.maxLength(255)), '') });

/** A route whose body is a file. Only a teacher's is read at all, and `largest` bytes of it at most. */
export const fileBody = (
  accounts: Accounts,
  largest = LARGEST_FILE,
  tooLarge: ErrorCode = 'file-too-large',
): RouteShorthandOptions => ({
  ...lessonBody(accounts),
  bodyLimit: largest,
  errorHandler: (error: FastifyError, _request, reply) => {
    if (error.statusCode !== 413) throw error;
    refuse(reply, tooLarge);
  },
});

/** What a file of questions holds, before anything of it is taken. */
export function exchangeRoutes(app: FastifyInstance, accounts: Accounts, exchange: Exchange): void {
  const teachers = forTeachers(accounts);
  void app.register((files, _options, done) => {
    files.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    files.post(
      '/api/lessons/read',
      fileBody(accounts),
      teachers(async (teacher, request) => {
        const asked = parseBody(query, request.query);
        if (!asked.ok || !(request.body instanceof Uint8Array)) return err('bad-packet');
        const bytes = Uint8Array.from(request.body);
        return exchange.read(teacher.id, { name: asked.value.name, bytes });
      }),
    );
    done();
  });
}
