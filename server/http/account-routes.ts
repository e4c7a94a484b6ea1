import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { firstTeacherSchema, linkSchema, newPasswordSchema, signInSchema, type Me } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { Admission, Visitor } from '../accounts/browsers';
import type { Journal } from '../journal';
import { answer, parseBody } from './answer';
import { BrowserCookies } from './browser-cookies';
import type { SenderOf } from './sender';

export interface AccountPorts {
  readonly accounts: Accounts;
  readonly senderOf: SenderOf;
  readonly journal: Journal;
}

const signedIn = (name: string): Me => ({ teacher: { name }, fresh: false });

const nobody = async (accounts: Accounts): Promise<Me> => ({
  teacher: null,
  fresh: await accounts.isFresh(),
});

/** Who is signed in; new teachers and passwords by a link; signing in and out. */
export function accountRoutes(app: FastifyInstance, ports: AccountPorts): void {
  const { accounts, senderOf, journal } = ports;
  const { browsers, cookies } = accounts;

  const cookiesOf = (request: FastifyRequest, reply: FastifyReply) =>
    new BrowserCookies(cookies, request, reply);

  const visitorOf = (request: FastifyRequest): Visitor => ({
    network: senderOf(request.raw),
    tokens: [...cookies.all(request.cookies).values()],
    mark: cookies.device.in(request.cookies),
  });

  const admit = (request: FastifyRequest, reply: FastifyReply, result: Result<Admission, ErrorCode>) => {
    if (!result.ok) return answer(reply, result);
    cookiesOf(request, reply).admit(result.value);
    return answer(reply, ok(signedIn(result.value.teacher.name)));
  };

  app.get('/api/me', async (request, reply) => {
    const signIn = await accounts.signInOf(request.cookies);
    if (!signIn) return answer(reply, ok(await nobody(accounts)));
    const mine = cookiesOf(request, reply);
    mine.rename();
    const mark = await browsers.missingMark(cookies.device.in(request.cookies), signIn.teacher);
    if (mark !== null) mine.mark(mark);
    return answer(reply, ok(signedIn(signIn.teacher.name)));
  });

  app.post('/api/link', async (request, reply) => {
    const body = parseBody(linkSchema, request.body);
    if (!body.ok) return answer(reply, body);
    const link = await accounts.linkFor(body.value.link);
    return answer(reply, link ? ok(link) : err('link-used'));
  });

  app.post('/api/first-teacher', async (request, reply) => {
    const body = parseBody(firstTeacherSchema, request.body);
    if (!body.ok) return answer(reply, body);
    const { link, name, password } = body.value;
    return admit(request, reply, await accounts.welcome(link, name, password, visitorOf(request)));
  });

  app.post('/api/new-password', async (request, reply) => {
    const body = parseBody(newPasswordSchema, request.body);
    if (!body.ok) return answer(reply, body);
    const { link, password } = body.value;
    return admit(request, reply, await accounts.setPassword(link, password, visitorOf(request)));
  });

  app.post('/api/sign-in', async (request, reply) => {
    const body = parseBody(signInSchema, request.body);
    if (!body.ok) return answer(reply, body);
    const { name, password } = body.value;
    const admission = await accounts.signIn(name, password, visitorOf(request));
    if (!admission.ok && admission.error === 'too-many-guesses')
      journal({ event: 'guesses-throttled', at: 'password' });
    return admit(request, reply, admission);
  });

  app.post('/api/sign-out', async (request, reply) => {
    const ended = await browsers.signOut(visitorOf(request).tokens);
    cookiesOf(request, reply).signOut(ended);
    return answer(reply, ok(await nobody(accounts)));
  });

  app.post('/api/sign-out-elsewhere', async (request, reply) => {
    const signIn = await accounts.signInOf(request.cookies);
    if (!signIn) return answer(reply, err('signed-out'));
    cookiesOf(request, reply).mark(await browsers.signOutElsewhere(signIn));
    return answer(reply, ok(signedIn(signIn.teacher.name)));
  });
}
