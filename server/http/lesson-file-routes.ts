import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { writtenFormats } from '#shared/exchange/report';
import { readDraft } from '#shared/lessons/check';
import { err, ok } from '#shared/result';
import { language } from '#shared/text-schema';
import type { Accounts } from '../accounts/accounts';
import type { Exchange } from '../exchange/open';
import { writers } from '../exchange/writers';
import type { Shelf } from '../lessons/shelf';
import { parseBody } from './answer';
import { forTeachers } from './teacher';

const querySchema = v.strictObject({
  format: v.picklist(writtenFormats),
  language,
  report: v.optional(v.literal('yes')),
});

/** A lesson as a file to take away: our own document, or as much of it as another format holds. */
export function lessonFileRoutes(
  app: FastifyInstance,
  accounts: Accounts,
  shelf: Shelf,
  exchange: Exchange,
): void {
  app.get(
    '/api/lessons/:id/file',
    forTeachers(accounts)<{ Params: { id: string } }>(async (teacher, { params: { id }, query }, reply) => {
      const asked = parseBody(querySchema, query);
      if (!asked.ok) return asked;
      const document = await shelf.document(teacher.id, id);
      if (!document.ok) return document;
      const lesson = readDraft(document.value);
      if (!lesson.ok) return err({ code: 'lesson-invalid', problems: lesson.error });
      const { format, language, report } = asked.value;
      const written = await exchange.ask(
        teacher.id,
        'write',
        { lesson: lesson.value, format, language },
        err('server-failed'),
      );
      if (!written.ok) return written;
      if (report) return ok(written.value);
      const { type, ending } = writers[format];
      reply.header('content-type', type);
      reply.header('content-disposition', `attachment; filename="${id}.${ending}"`);
      return ok(Buffer.from(written.value.text));
    }),
  );
}
