import type { RouteShorthandOptions } from 'fastify';
import { startSessionSchema } from '#shared/api';
import type { Lesson } from '#shared/lessons/lesson';
import type { Result } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { Shelf } from '../lessons/shelf';
import { parseBody, type Refusal } from './answer';
import { lessonBody } from './lesson-body';

/** Bytes that stand around the document of a session. */
const ENVELOPE = '{"document":}'.length;

/** A route whose body names a lesson, or holds one. */
export const sessionBody = (accounts: Accounts): RouteShorthandOptions => lessonBody(accounts, ENVELOPE);

/** The lesson that a session is to be of: one of the teacher's shelf, or the document itself. */
export async function chosenLesson(
  body: unknown,
  teacherId: string,
  shelf: Shelf,
): Promise<Result<Lesson, Refusal>> {
  const asked = parseBody(startSessionSchema, body);
  if (!asked.ok) return asked;
  return 'lesson' in asked.value
    ? shelf.playable(teacherId, asked.value.lesson)
    : shelf.read(asked.value.document);
}
