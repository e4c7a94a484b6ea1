import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Accounts } from '../accounts/accounts';
import type { PhoneMarks } from '../accounts/phone-marks';
import type { Sessions } from '../storage/prisma/sessions';
import { BrowserCookies } from './browser-cookies';
import { assetRoute } from '../pages/asset-route';
import type { OtherBuilds } from '../pages/other-builds';
import { FRAMED } from './headers';

export interface PagePorts {
  /** Tells the codes of sessions. */
  readonly sessions: Pick<Sessions, 'get'>;
  readonly accounts: Pick<Accounts, 'teacherOf' | 'cookies'>;
  readonly marks: PhoneMarks;
  /** What other servers of the same sessions were built with; null: there are none. */
  readonly otherBuilds?: OtherBuilds | null;
}

/** Paths that the page itself understands. */
const PLAYED = ['/play', '/play/*'];
const PAGES = ['/teach', '/teach/*', '/screen/*', '/story/*'];

/** Files under assets/ carry a hash of their content in their name; everything else may change with the next build. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_FIRST = 'no-cache';

/** Serves the built pages, each file from its compressed twin where the browser takes one. */
export async function servePages(
  app: FastifyInstance,
  folder: string,
  { sessions, accounts, marks, otherBuilds = null }: PagePorts,
): Promise<void> {
  const assets = join(folder, 'assets');
  await app.register(files, {
    root: folder,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
    cacheControl: false,
    suppressWarning: true,
    setHeaders: (reply: FastifyReply, path: string) => {
      reply.header('cache-control', path.startsWith(assets) ? FOREVER : ASK_FIRST);
      reply.header('vary', 'accept-encoding');
    },
  });
  if (otherBuilds) assetRoute(app, folder, otherBuilds, FOREVER);
  const toPlay = (request: FastifyRequest, reply: FastifyReply) => {
    new BrowserCookies(accounts.cookies, request, reply).phone(marks);
    return reply.sendFile('index.html');
  };
  for (const path of PLAYED) app.get(path, toPlay);
  for (const path of PAGES) app.get(path, (_request, reply) => reply.sendFile('index.html'));
  app.get(FRAMED, (_request, reply) => reply.header('x-frame-options', 'SAMEORIGIN').sendFile('index.html'));
  // A teacher goes on to their own page; as a student they come in by /play.
  app.get('/', async (request, reply) => {
    const teacher = await accounts.teacherOf(request.cookies);
    if (!teacher) return toPlay(request, reply);
    return reply.header('cache-control', 'no-store').redirect('/teach');
  });
  // A lesson as a link says no more than it has to. The browser keeps the fragment, and with it the lesson.
  app.get('/lessons/import', (_request, reply) => reply.redirect('/teach/lessons/import'));
  // Where the projector's page was before its path named the room. The browser keeps the fragment, and with it the key.
  app.get<{ Params: { id: string } }>('/screen/:id', async ({ params: { id } }, reply) => {
    const row = await sessions.get(id);
    return row ? reply.redirect(`/screen/${row.code}/${row.id}`) : reply.sendFile('index.html');
  });
}
