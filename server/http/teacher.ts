import type { FastifyReply, FastifyRequest, RouteGenericInterface } from 'fastify';
import { err, type Result } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { SignedIn } from '../storage/prisma/sign-ins';
import { answer, type Refusal } from './answer';

export type Handler<Route extends RouteGenericInterface> = (
  teacher: SignedIn,
  request: FastifyRequest<Route>,
  reply: FastifyReply,
) => Promise<Result<unknown, Refusal>>;

/** Wraps handlers that only a signed-in teacher may reach. */
export function forTeachers(accounts: Accounts) {
  return <Route extends RouteGenericInterface>(handle: Handler<Route>) =>
    async (request: FastifyRequest<Route>, reply: FastifyReply) => {
      const teacher = await accounts.teacherOf(request.cookies);
      return answer(reply, teacher ? await handle(teacher, request, reply) : err('signed-out'));
    };
}
