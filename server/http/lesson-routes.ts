import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { LessonCard, LessonCheck } from '#shared/api';
import { readDraft, readLesson } from '#shared/lessons/check';
import type { Lesson } from '#shared/lessons/lesson';
import { bookletOf, sheetOf } from '#shared/lessons/paper';
import { err, ok } from '#shared/result';
import { withWritten } from '#shared/words';
import type { Accounts } from '../accounts/accounts';
import type { Render } from '../words/scribe';
import { lessonBody } from './lesson-body';
import { forTeachers } from './teacher';

/** What a list of lessons says about one: no tasks, no answers. */
const card = ({ id, title, about, steps, tags = [], short = [] }: Lesson): LessonCard => ({
  id,
  title,
  about,
  steps: steps.map((step) => {
    const { kind, title, seconds } = step;
    return { kind, title, seconds, star: short.includes(step.id) };
  }),
  own: null,
  tags,
  playedAt: null,
});

/** What has to be mended in a document. */
function checked(document: unknown): LessonCheck {
  const [lesson, draft] = [readLesson(document), readDraft(document)];
  return { problems: lesson.ok ? [] : lesson.error, draftProblems: draft.ok ? [] : draft.error };
}

/** The built-in lessons, what is wrong with somebody's own one, and the schema that editors check one by. */
export function lessonRoutes(
  app: FastifyInstance,
  accounts: Accounts,
  lessons: readonly Lesson[],
  folder: string,
  render: Render,
): void {
  const cards = lessons.map(card);
  const teachers = forTeachers(accounts);
  app.get(
    '/api/lessons',
    teachers(() => Promise.resolve(ok(cards))),
  );
  const onPaper = (write: (lesson: Lesson) => object) =>
    teachers<{ Params: { id: string } }>(async (_teacher, { params }) => {
      const lesson = lessons.find(({ id }) => id === params.id);
      return lesson ? ok(withWritten(await render(lesson), write(lesson))) : err('unknown-lesson');
    });
  app.get('/api/lessons/:id/booklet', onPaper(bookletOf));
  app.get('/api/lessons/:id/sheet', onPaper(sheetOf));
  app.post(
    '/api/lessons/check',
    lessonBody(accounts),
    teachers((_teacher, { body }) => Promise.resolve(ok(checked(body)))),
  );
  const schema = readFileSync(join(folder, 'lesson.schema.json'));
  app.get('/api/lesson.schema.json', (_request, reply) =>
    reply.type('application/schema+json').header('cache-control', 'no-cache').send(schema),
  );
}
