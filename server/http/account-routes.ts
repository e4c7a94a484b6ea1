import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { firstTeacherSchema, signInSchema, type Me } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { ok, type Result } from '#shared/result';
import type { Accounts, Admission } from '../accounts/accounts';
import type { Journal } from '../journal';
import { cookieFlags, cookieName, LASTS, tokenIn } from '../accounts/cookie';
import { answer, parseBody } from './answer';

/** Over https by our own certificate, or as a trusted proxy says. */
const isSecure = (request: FastifyRequest) => request.protocol === 'https';

const nobody = async (accounts: Accounts): Promise<Me> => ({
  teacher: null,
  fresh: await accounts.isFresh(),
});

function admit(request: FastifyRequest, reply: FastifyReply, result: Result<Admission, ErrorCode>) {
  if (!result.ok) return answer(reply, result);
  const { teacher, token } = result.value;
  const secure = isSecure(request);
  reply.setCookie(cookieName(secure), token, { ...cookieFlags(secure), maxAge: LASTS });
  return answer(reply, ok({ teacher: { name: teacher.name }, fresh: false } satisfies Me));
}

/** Who is signed in; the first teacher, signing in and out. */
export function accountRoutes(app: FastifyInstance, accounts: Accounts, journal: Journal): void {
  app.get('/api/me', async (request, reply) => {
    const teacher = await accounts.teacherOf(tokenIn(request.cookies));
    const me: Me = teacher ? { teacher: { name: teacher.name }, fresh: false } : await nobody(accounts);
    return answer(reply, ok(me));
  });

  app.post('/api/first-teacher', async (request, reply) => {
    const body = parseBody(firstTeacherSchema, request.body);
    if (!body.ok) return answer(reply, body);
    const { link, name, password } = body.value;
    return admit(request, reply, await accounts.welcome(link, name, password));
  });

  app.post('/api/sign-in', async (request, reply) => {
    const body = parseBody(signInSchema, request.body);
    if (!body.ok) return answer(reply, body);
    const signedIn = await accounts.signIn(body.value.name, body.value.password);
    if (!signedIn.ok && signedIn.error === 'too-many-guesses')
      journal({ event: 'guesses-throttled', at: 'password' });
    return admit(request, reply, signedIn);
  });

  app.post('/api/sign-out', async (request, reply) => {
    await accounts.signOut(tokenIn(request.cookies));
    const secure = isSecure(request);
    reply.clearCookie(cookieName(secure), cookieFlags(secure));
    return answer(reply, ok(await nobody(accounts)));
  });
}
