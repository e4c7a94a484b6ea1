import type { FastifyInstance, FastifyReply } from 'fastify';
import * as v from 'valibot';
import { keepSchema, tableQuerySchema, type Erased } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { Archive } from '../past/archive';
import type { Eraser } from '../past/erasing';
import type { Question } from '../past/questions';
import type { SessionRow, Sessions } from '../storage/prisma/sessions';
import { asJson, parseBody } from './answer';
import { cardOf, type CardPorts } from './sessions';
import { forTeachers } from './teacher';

export interface ReviewPorts extends CardPorts {
  readonly accounts: Accounts;
  readonly archive: Archive;
  readonly eraser: Eraser;
  readonly sessions: Sessions;
}

interface OneSession {
  Params: { id: string };
}

/** The place of an event in a log, as an address spells it. */
const seqSchema = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number));

/** Looking back at a session, and what can be done with it afterwards. Somebody else's do not exist. */
export function reviewRoutes(app: FastifyInstance, ports: ReviewPorts): void {
  const { archive, eraser, sessions } = ports;
  const teachers = forTeachers(ports.accounts);
  /** `handle`, for the sessions of this teacher alone. */
  const own = <Route extends OneSession>(
    handle: (row: SessionRow, given: Given<Route>) => Promise<Result<unknown, ErrorCode>>,
  ) =>
    teachers<Route>(async (teacher, { params, body, query }, reply) => {
      const { id } = params as OneSession['Params'];
      const row = await sessions.get(id);
      return row?.teacherId === teacher.id
        ? handle(row, { params: params as Route['Params'], body, query, reply })
        : err('unknown-session');
    });

  const look = async ({ id }: SessionRow, { reply }: Pick<Given<OneSession>, 'reply'>, question: Question) =>
    asJson(reply, await archive.look(id, question));

  app.get(
    '/api/sessions/:id/review',
    own<OneSession>((row, given) => look(row, given, { ask: 'review' })),
  );

  app.get(
    '/api/sessions/:id/replay',
    own<OneSession>((row, given) => look(row, given, { ask: 'moments' })),
  );

  app.get(
    '/api/sessions/:id/replay/:seq',
    own<{ Params: { id: string; seq: string } }>(async (row, given) => {
      const seq = parseBody(seqSchema, given.params.seq);
      return seq.ok ? look(row, given, { ask: 'still', seq: seq.value }) : seq;
    }),
  );

  app.get(
    '/api/sessions/:id/results.csv',
    own<OneSession>(async ({ id, code, createdAt }, { query, reply }) => {
      const asked = parseBody(tableQuerySchema, query);
      if (!asked.ok) return asked;
      const { table, language, day = createdAt.toISOString().slice(0, 10) } = asked.value;
      const made = await archive.look(id, { ask: 'table', table, language });
      if (!made.ok) return made;
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="trainoff-${day}-${code}-${table}.csv"`);
      return made;
    }),
  );

  app.post(
    '/api/sessions/:id/keep',
    own<OneSession>(async (row, { body }) => {
      const wanted = parseBody(keepSchema, body);
      if (!wanted.ok) return wanted;
      const { kept } = wanted.value;
      await sessions.keep(row.id, kept);
      return ok(await cardOf({ ...row, kept }, ports));
    }),
  );

  app.post(
    '/api/sessions/:id/erase',
    own<OneSession>(async ({ id, endedAt }) => {
      if (endedAt === null && !ports.rooms.aside.has(id)) return err('wrong-phase');
      return (await eraser.session(id)) ? ok(done) : err('storage-failed');
    }),
  );

  app.post(
    '/api/sessions/:id/students/:seat/erase',
    own<{ Params: { id: string; seat: string } }>(({ id }, { params }) => eraser.student(id, params.seat)),
  );
}

const done: Erased = { erased: true };

interface Given<Route extends OneSession> {
  readonly params: Route['Params'];
  readonly body: unknown;
  readonly query: unknown;
  readonly reply: FastifyReply;
}
