import type { FastifyInstance, FastifyRequest } from 'fastify';
import { STORY_PATH, storyPage, type StoryLink } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { Guesses } from '../accounts/guesses';
import { hashOf, newSecret } from '../accounts/secrets';
import type { Archive } from '../past/archive';
import type { SessionRow, Sessions } from '../storage/prisma/sessions';
import type { AddressBook } from './addresses';
import { answer, asJson } from './answer';
import { forOwners, type OneSession } from './owner';
import type { SenderOf } from './sender';
import { cardOf, type CardPorts } from './sessions';

export interface StoryPorts extends CardPorts {
  readonly accounts: Accounts;
  readonly addresses: Pick<AddressBook, 'open' | 'for'>;
  readonly archive: Archive;
  readonly sessions: Sessions;
  /** Wrong keys, by network. */
  readonly guesses: Guesses;
  readonly senderOf: SenderOf;
}

/** The key that a request carries; empty: none. */
const keyIn = ({ headers: { authorization = '' } }: FastifyRequest): string =>
  /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization)?.[1] ?? '';

/** A session's story, read by its class without a name in it: the teacher makes the link, and takes it back. */
export function storyRoutes(app: FastifyInstance, ports: StoryPorts): void {
  const { addresses, archive, sessions, guesses, senderOf } = ports;
  const own = forOwners(ports);

  app.post(
    '/api/sessions/:id/story',
    own<OneSession>(async ({ id, code, endedAt, teacherId }, { host, protocol }) => {
      if (endedAt === null) return err('wrong-phase');
      const key = newSecret();
      await sessions.share(id, hashOf(key));
      addresses.open(id, host, protocol);
      return ok({ link: addresses.for(id, undefined, teacherId) + storyPage(code, key) } satisfies StoryLink);
    }),
  );

  app.post(
    '/api/sessions/:id/story/take-back',
    own<OneSession>(async (row) => {
      await sessions.share(row.id, null);
      return ok(await cardOf({ ...row, shared: false }, ports));
    }),
  );

  /** A class opens the link all at once, from behind one address: a key that fits is no guess. */
  const opened = async (request: FastifyRequest): Promise<Result<SessionRow, ErrorCode>> => {
    const network = senderOf(request.raw);
    if (!guesses.take(network)) return err('too-many-guesses');
    const row = await sessions.sharedWith(hashOf(keyIn(request))).catch((error: unknown) => {
      guesses.giveBack(network);
      throw error;
    });
    if (row === null) return err((await guesses.counted(network)) ? 'not-found' : 'too-many-guesses');
    guesses.giveBack(network);
    return ok(row);
  };

  app.get(STORY_PATH, async (request, reply) => {
    const row = await opened(request);
    if (!row.ok) return answer(reply, row);
    return answer(
      reply,
      asJson(reply, await archive.look(row.value.id, { ask: 'story' }, senderOf(request.raw))),
    );
  });
}
