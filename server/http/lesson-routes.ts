import type { FastifyInstance } from 'fastify';
import type { LessonCard } from '#shared/api';
import type { Lesson } from '#shared/lessons/lesson';
import { ok } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import { forTeachers } from './teacher';

/** What a list of lessons says about one: no tasks, no answers. */
const card = ({ id, title, about, steps }: Lesson): LessonCard => ({
  id,
  title,
  about,
  steps: steps.map(({ kind, title, seconds }) => ({ kind, title, seconds })),
});

export function lessonRoutes(app: FastifyInstance, accounts: Accounts, lessons: readonly Lesson[]): void {
  const cards = lessons.map(card);
  app.get(
    '/api/lessons',
    forTeachers(accounts)(() => Promise.resolve(ok(cards))),
  );
}
