import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { keepLessonSchema, saveLessonSchema, type OwnLesson } from '#shared/lessons/api';
import { ok, type Result } from '#shared/result';
import { withWritten } from '#shared/words';
import type { Accounts } from '../accounts/accounts';
import type { OwnLessons } from '../lessons/own-lessons';
import { titlesOf } from '../lessons/titles';
import type { SignedIn } from '../storage/prisma/sign-ins';
import type { Render } from '../words/scribe';
import { parseBody } from './answer';
import type { Turns } from './in-turn';
import { lessonBody } from './lesson-body';
import { forTeachers } from './teacher';

/** Bytes that stand around the document of a new lesson, and of a save. */
const AROUND_NEW = '{"document":}'.length;
const AROUND_SAVE = `{"document":,"from":${Number.MAX_SAFE_INTEGER}}`.length;

/** The number of a version, as an address spells it. */
const numberSchema = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number));

interface OneLesson {
  Params: { id: string };
}

/** A teacher's own lessons: new ones, saves, what was saved before, and what was put away. */
export function ownLessonRoutes(
  app: FastifyInstance,
  accounts: Accounts,
  own: OwnLessons,
  render: Render,
  { reading }: Turns,
): void {
  const teachers = forTeachers(accounts);
  const withTitles = async <E>(opened: Result<OwnLesson, E>) =>
    opened.ok ? ok(withWritten(await render(titlesOf(opened.value.document)), opened.value)) : opened;
  const whose = (teacher: SignedIn, { id }: OneLesson['Params']) => ({ teacherId: teacher.id, id });

  app.post(
    '/api/own-lessons',
    lessonBody(accounts, AROUND_NEW),
    teachers(
      reading(async ({ id }, request) => {
        const asked = parseBody(keepLessonSchema, request.body);
        if (!asked.ok) return asked;
        return 'copyOf' in asked.value ? own.copy(id, asked.value.copyOf) : own.add(id, asked.value.document);
      }),
    ),
  );

  app.get(
    '/api/own-lessons/deleted',
    teachers(async ({ id }) => ok(await own.away(id))),
  );

  app.get(
    '/api/own-lessons/:id',
    teachers(
      reading<OneLesson>(async (teacher, { params }) => withTitles(await own.open(whose(teacher, params)))),
    ),
  );

  app.put(
    '/api/own-lessons/:id',
    lessonBody(accounts, AROUND_SAVE),
    teachers(
      reading(async (teacher, { params, body }) => {
        const asked = parseBody(saveLessonSchema, body);
        if (!asked.ok) return asked;
        return own.save(
          whose(teacher, params as OneLesson['Params']),
          asked.value.from,
          asked.value.document,
        );
      }),
    ),
  );

  app.get(
    '/api/own-lessons/:id/versions',
    teachers<OneLesson>((teacher, { params }) => own.versions(whose(teacher, params))),
  );

  app.get(
    '/api/own-lessons/:id/versions/:number',
    teachers(
      reading<{ Params: { id: string; number: string } }>(async (teacher, { params }) => {
        const number = parseBody(numberSchema, params.number);
        return number.ok ? withTitles(await own.open(whose(teacher, params), number.value)) : number;
      }),
    ),
  );

  app.post(
    '/api/own-lessons/:id/delete',
    teachers<OneLesson>((teacher, { params }) => own.putAway(whose(teacher, params))),
  );

  app.post(
    '/api/own-lessons/:id/restore',
    teachers<OneLesson>((teacher, { params }) => own.takeBack(whose(teacher, params))),
  );
}
