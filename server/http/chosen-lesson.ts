import type { RouteShorthandOptions } from 'fastify';
import { startSessionSchema } from '#shared/api';
import { readLesson } from '#shared/lessons/check';
import type { Lesson } from '#shared/lessons/lesson';
import { err, ok, type Result } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import { parseBody, type Refusal } from './answer';
import { lessonBody } from './lesson-body';

/** Bytes that stand around the document of a session. */
const ENVELOPE = '{"document":}'.length;

/** A route whose body names a lesson, or holds one. */
export const sessionBody = (accounts: Accounts): RouteShorthandOptions => lessonBody(accounts, ENVELOPE);

/** The lesson that a session is to be of: a built-in one, or the document itself. */
export function chosenLesson(body: unknown, lessons: readonly Lesson[]): Result<Lesson, Refusal> {
  const asked = parseBody(startSessionSchema, body);
  if (!asked.ok) return asked;
  if ('lesson' in asked.value) {
    const { lesson: id } = asked.value;
    const lesson = lessons.find((one) => one.id === id);
    return lesson ? ok(lesson) : err('unknown-lesson');
  }
  const lesson = readLesson(asked.value.document);
  return lesson.ok ? lesson : err({ code: 'lesson-invalid', problems: lesson.error });
}
