import type { FastifyInstance } from 'fastify';
import {
  pickAddressSchema,
  startSessionSchema,
  type Addresses,
  type Started,
  type StartSession,
} from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { readLesson } from '#shared/lessons/check';
import type { Lesson } from '#shared/lessons/lesson';
import { err, ok, type Result } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { SessionRow, Sessions } from '../storage/prisma/sessions';
import type { AddressBook } from './addresses';
import { parseBody, type Refusal } from './answer';
import { lessonBody } from './lesson-body';
import { cardOf, startSession, type CardPorts } from './sessions';
import { forTeachers } from './teacher';

export interface SessionPorts extends CardPorts {
  readonly accounts: Accounts;
  readonly addresses: AddressBook;
  readonly addressChanged: (session: string) => void;
  readonly lessons: readonly Lesson[];
  readonly screenKey: (session: string) => string;
  readonly sessions: Sessions;
}

/** Bytes that stand around the document of a session. */
const ENVELOPE = '{"document":}'.length;

/** The lesson that a session is to be of: a built-in one, or the document itself. */
function chosen(asked: StartSession, lessons: readonly Lesson[]): Result<Lesson, Refusal> {
  if ('lesson' in asked) {
    const lesson = lessons.find(({ id }) => id === asked.lesson);
    return lesson ? ok(lesson) : err('unknown-lesson');
  }
  const lesson = readLesson(asked.document);
  return lesson.ok ? lesson : err({ code: 'lesson-invalid', problems: lesson.error });
}

interface OneSession {
  Params: { id: string };
}

/** Starting sessions, and what their own teacher may read about them. Somebody else's do not exist. */
export function sessionRoutes(app: FastifyInstance, ports: SessionPorts): void {
  const { accounts, addresses, sessions } = ports;
  const teachers = forTeachers(accounts);
  const owned = async (id: string, teacher: string): Promise<Result<SessionRow, ErrorCode>> => {
    const row = await sessions.get(id);
    return row?.teacherId === teacher ? ok(row) : err('unknown-session');
  };
  const desk = ({ id, code }: SessionRow): Addresses => ({
    ...addresses.list(id),
    code,
    screenPath: `/screen/${code}/${id}#key=${ports.screenKey(id)}`,
  });

  app.get(
    '/api/sessions',
    teachers(async ({ id }) => {
      const rows = await sessions.of(id);
      return ok(await Promise.all(rows.map((row) => cardOf(row, ports))));
    }),
  );

  app.post(
    '/api/sessions',
    lessonBody(accounts, ENVELOPE),
    teachers(async ({ id }, request) => {
      const body = parseBody(startSessionSchema, request.body);
      if (!body.ok) return body;
      const lesson = chosen(body.value, ports.lessons);
      if (!lesson.ok) return lesson;
      const started = await startSession(ports, lesson.value, id);
      return started.ok ? ok({ id: started.value } satisfies Started) : started;
    }),
  );

  app.get(
    '/api/sessions/:id/desk',
    teachers<OneSession>(async (teacher, { params, host, protocol }) => {
      const row = await owned(params.id, teacher.id);
      if (!row.ok) return row;
      addresses.open(params.id, host, protocol);
      ports.addressChanged(params.id);
      return ok(desk(row.value));
    }),
  );

  app.post(
    '/api/sessions/:id/address',
    teachers<OneSession>(async (teacher, { params, body }) => {
      const row = await owned(params.id, teacher.id);
      if (!row.ok) return row;
      const wanted = parseBody(pickAddressSchema, body);
      if (!wanted.ok) return wanted;
      const picked = await addresses.pick(params.id, teacher.id, wanted.value.address);
      if (!picked.ok) return picked;
      ports.addressChanged(params.id);
      return ok(desk(row.value));
    }),
  );
}
