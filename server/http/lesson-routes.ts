import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { LessonCheck } from '#shared/lessons/api';
import type { Lesson } from '#shared/lessons/lesson';
import { bookletOf, sheetOf } from '#shared/lessons/paper';
import { ok } from '#shared/result';
import { withWritten } from '#shared/words';
import type { Accounts } from '../accounts/accounts';
import type { Reading } from '../lessons/reading';
import type { Shelf } from '../lessons/shelf';
import type { Render } from '../words/scribe';
import type { Turns } from './in-turn';
import { lessonBody } from './lesson-body';
import { forTeachers } from './teacher';

export interface LessonPorts {
  readonly accounts: Accounts;
  readonly shelf: Shelf;
  readonly reading: Reading;
  readonly render: Render;
  readonly turns: Turns;
}

/**
 * The lessons that a teacher chooses from, each on paper, what is wrong with somebody's document, and the schema that
 * editors check one by, from `folder`.
 */
export function lessonRoutes(
  app: FastifyInstance,
  { accounts, shelf, reading, render, turns }: LessonPorts,
  folder: string,
): void {
  const teachers = forTeachers(accounts);
  app.get(
    '/api/lessons',
    teachers(
      turns.reading(async ({ id }) => {
        const cards = await shelf.cards(id);
        const written = await render(cards);
        return ok(cards.map((card) => withWritten(written, card)));
      }),
    ),
  );
  const onPaper = (write: (lesson: Lesson) => object) =>
    teachers(
      turns.reading<{ Params: { id: string } }>(async (teacher, { params }) => {
        const lesson = await shelf.playable(teacher.id, params.id);
        return lesson.ok ? ok(withWritten(await render(lesson.value), write(lesson.value))) : lesson;
      }),
    );
  app.get('/api/lessons/:id/booklet', onPaper(bookletOf));
  app.get('/api/lessons/:id/sheet', onPaper(sheetOf));
  app.post(
    '/api/lessons/check',
    lessonBody(accounts),
    teachers(
      turns.reading(async (_teacher, { body }) => {
        const { problems, draftProblems } = await reading.look(body);
        return ok({ problems, draftProblems } satisfies LessonCheck);
      }),
    ),
  );
  const schema = readFileSync(join(folder, 'lesson.schema.json'));
  app.get('/api/lesson.schema.json', (_request, reply) =>
    reply.type('application/schema+json').header('cache-control', 'no-cache').send(schema),
  );
}
