import type { FastifyInstance } from 'fastify';
import { previewSchema } from '#shared/api';
import { previewOf } from '#shared/lessons/preview';
import { ok } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import { parseBody } from './answer';
import { lessonBody } from './lesson-body';
import { forTeachers } from './teacher';

/** What a request says around its document. */
const AROUND = 100;

/** A step that is being written, as its class would see it. Nothing is kept of it. */
export function previewRoutes(app: FastifyInstance, accounts: Accounts): void {
  app.post(
    '/api/lessons/preview',
    lessonBody(accounts, AROUND),
    forTeachers(accounts)((_teacher, request) => {
      const asked = parseBody(previewSchema, request.body);
      return Promise.resolve(asked.ok ? ok(previewOf(asked.value.document, asked.value.step)) : asked);
    }),
  );
}
