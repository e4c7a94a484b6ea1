import type { FastifyInstance, FastifyReply } from 'fastify';
import * as v from 'valibot';
import { keepSchema, tableQuerySchema, workbookQuerySchema, type Erased } from '#shared/api';
import { err, ok } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { Archive } from '../past/archive';
import type { Eraser } from '../past/erasing';
import type { Question } from '../past/questions';
import type { SessionRow, Sessions } from '../storage/prisma/sessions';
import { asJson, parseBody } from './answer';
import { forOwners, type Given, type OneSession } from './owner';
import { cardOf, type CardPorts } from './sessions';

export interface ReviewPorts extends CardPorts {
  readonly accounts: Accounts;
  readonly archive: Archive;
  readonly eraser: Eraser;
  readonly sessions: Sessions;
}

/** What is told as JSON. */
type Told = Extract<Question, { readonly ask: 'review' | 'moments' | 'still' }>;

/** The place of an event in a log, as an address spells it. */
const seqSchema = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/), v.transform(Number));

/** Looking back at a session, and what can be done with it afterwards. Somebody else's do not exist. */
export function reviewRoutes(app: FastifyInstance, ports: ReviewPorts): void {
  const { archive, eraser, sessions } = ports;
  const own = forOwners(ports);

  const look = async ({ id }: SessionRow, { reply }: Pick<Given<OneSession>, 'reply'>, question: Told) =>
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
      const { table, language, zone, day = dayOf(createdAt) } = asked.value;
      const made = await archive.look(id, { ask: 'table', table, language, zone });
      if (made.ok) asFile(reply, 'text/csv; charset=utf-8', `trainoff-${day}-${code}-${table}.csv`);
      return made;
    }),
  );

  app.get(
    '/api/sessions/:id/results.xlsx',
    own<OneSession>(async ({ id, code, createdAt }, { query, reply }) => {
      const asked = parseBody(workbookQuerySchema, query);
      if (!asked.ok) return asked;
      const { language, zone, day = dayOf(createdAt) } = asked.value;
      const made = await archive.look(id, { ask: 'workbook', language, zone });
      if (!made.ok) return made;
      asFile(reply, XLSX, `trainoff-${day}-${code}.xlsx`);
      return ok(Buffer.from(made.value));
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
      if (endedAt === null && !(await ports.asides()).has(id)) return err('wrong-phase');
      return (await eraser.session(id)) ? ok(done) : err('storage-failed');
    }),
  );

  app.post(
    '/api/sessions/:id/students/:seat/erase',
    own<{ Params: { id: string; seat: string } }>(({ id }, { params }) => eraser.student(id, params.seat)),
  );
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The server's own day, for who asks without one. */
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const asFile = (reply: FastifyReply, type: string, name: string): FastifyReply =>
  reply.header('content-type', type).header('content-disposition', `attachment; filename="${name}"`);

const done: Erased = { erased: true };
