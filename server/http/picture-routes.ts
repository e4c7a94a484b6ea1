import type { FastifyInstance } from 'fastify';
import { PICTURES_PATH } from '#shared/lessons/api';
import { err } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import { LARGEST_PICTURE, type Pictures } from '../pictures/smaller';
import { fileBody } from './exchange-routes';
import { forTeachers } from './teacher';

/** A teacher's picture, made small enough for a lesson; nothing of it is kept. */
export function pictureRoutes(app: FastifyInstance, accounts: Accounts, pictures: Pictures): void {
  const teachers = forTeachers(accounts);
  void app.register((files, _options, done) => {
    files.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, parsed) =>
      parsed(null, body),
    );
    files.post(
      PICTURES_PATH,
      fileBody(accounts, LARGEST_PICTURE, 'picture-too-large'),
      teachers(async ({ id }, { body }) =>
        body instanceof Uint8Array ? pictures.smaller(body, id) : err('bad-packet'),
      ),
    );
    done();
  });
}
