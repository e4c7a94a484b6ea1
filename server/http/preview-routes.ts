import type { FastifyInstance } from 'fastify';
import { previewSchema } from '#shared/api';
import { previewOf } from '#shared/lessons/preview';
import { ok } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import { parseBody } from './answer';
import type { Render } from '../words/scribe';
import { lessonBody } from './lesson-body';
import { forTeachers } from './teacher';

/** What a request says around its document. */
const AROUND = 100;

/** What of a document a preview has words of, whatever the document is. */
function stepOf(document: unknown, step: number): unknown {
  const { title, steps } = (document ?? {}) as Readonly<Record<string, unknown>>;
  return [title, Array.isArray(steps) ? (steps as readonly unknown[])[step] : null];
}

/** A step that is being written, as its class would see it. Nothing is kept of it. */
export function previewRoutes(app: FastifyInstance, accounts: Accounts, render: Render): void {
  app.post(
    '/api/lessons/preview',
    lessonBody(accounts, AROUND),
    forTeachers(accounts)(async (_teacher, request) => {
      const asked = parseBody(previewSchema, request.body);
      if (!asked.ok) return asked;
      const { document, step } = asked.value;
      return ok({ ...previewOf(document, step), written: await render(stepOf(document, step)) });
    }),
  );
}
