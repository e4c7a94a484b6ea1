import type { FastifyError, FastifyInstance, RouteShorthandOptions } from 'fastify';
import { PICTURES_PATH } from '#shared/api';
import { LARGEST_FILE } from '#shared/exchange/report';
import { err } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { Pictures } from '../pictures/smaller';
import { refuse } from './answer';
import { lessonBody } from './lesson-body';
import { forTeachers } from './teacher';

/** A route whose body is a picture. Only a teacher's is read at all. */
const pictureBody = (accounts: Accounts): RouteShorthandOptions => ({
  ...lessonBody(accounts),
  bodyLimit: LARGEST_FILE,
  errorHandler: (error: FastifyError, _request, reply) => {
    if (error.statusCode !== 413) throw error;
    refuse(reply, 'file-too-large');
  },
});

/** A teacher's picture, made small enough for a lesson; nothing of it is kept. */
export function pictureRoutes(app: FastifyInstance, accounts: Accounts, pictures: Pictures): void {
  const teachers = forTeachers(accounts);
  void app.register((files, _options, done) => {
    files.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    files.post(
      PICTURES_PATH,
      pictureBody(accounts),
      teachers(async ({ id }, { body }) =>
        body instanceof Uint8Array ? pictures.smaller(body, id) : err('bad-packet'),
      ),
    );
    done();
  });
}
