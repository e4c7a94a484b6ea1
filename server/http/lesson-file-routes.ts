import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { writtenFormats } from '#shared/exchange/report';
import { err, ok } from '#shared/result';
import { language } from '#shared/text-schema';
import { writers } from '../exchange/writers';
import { parseBody } from './answer';
import type { LessonPorts } from './lesson-routes';
import { forTeachers } from './teacher';

const querySchema = v.strictObject({
  format: v.picklist(writtenFormats),
  language,
  report: v.optional(v.literal('yes')),
});

/** A lesson as a file to take away: our own document, or as much of it as another format holds. */
export function lessonFileRoutes(
  app: FastifyInstance,
  { accounts, shelf, reading }: Pick<LessonPorts, 'accounts' | 'shelf' | 'reading'>,
): void {
  app.get(
    '/api/lessons/:id/file',
    forTeachers(accounts)<{ Params: { id: string } }>(async (teacher, { params: { id }, query }, reply) => {
      const asked = parseBody(querySchema, query);
      if (!asked.ok) return asked;
      const writer = writers[asked.value.format];
      const document = await shelf.document(teacher.id, id);
      if (!document.ok) return document;
      const written = await reading.written(document.value, asked.value);
      if (!written.ok) return err({ code: 'lesson-invalid', problems: written.error });
      if (asked.value.report) return written;
      reply.header('content-type', writer.type);
      reply.header('content-disposition', `attachment; filename="${id}.${writer.ending}"`);
      return ok(Buffer.from(written.value.text));
    }),
  );
}
