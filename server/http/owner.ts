import type { FastifyReply } from 'fastify';
import type { ErrorCode } from '#shared/errors';
import { err, type Result } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { SessionRow, Sessions } from '../storage/prisma/sessions';
import { forTeachers } from './teacher';

/** A route about one session. */
export interface OneSession {
  Params: { id: string };
}

export interface Given<Route extends OneSession> {
  readonly params: Route['Params'];
  readonly body: unknown;
  readonly query: unknown;
  readonly host: string;
  readonly protocol: string;
  readonly reply: FastifyReply;
}

interface OwnerPorts {
  readonly accounts: Accounts;
  readonly sessions: Pick<Sessions, 'get'>;
}

/** Wraps handlers that only the teacher of the session may reach. Somebody else's do not exist. */
export function forOwners({ accounts, sessions }: OwnerPorts) {
  const teachers = forTeachers(accounts);
  return <Route extends OneSession>(
    handle: (row: SessionRow, given: Given<Route>) => Promise<Result<unknown, ErrorCode>>,
  ) =>
    teachers<Route>(async (teacher, { params, body, query, host, protocol }, reply) => {
      const { id } = params as OneSession['Params'];
      const row = await sessions.get(id);
      return row?.teacherId === teacher.id
        ? handle(row, { params: params as Route['Params'], body, query, host, protocol, reply })
        : err('unknown-session');
    });
}
