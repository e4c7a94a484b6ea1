import cookies from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { accountRoutes } from '../http/account-routes';
import { doorRoute, shutDoors } from '../http/doors';
import { exchangeRoutes } from '../http/exchange-routes';
import { handleFailures, report } from '../http/failures';
import { setHeaders } from '../http/headers';
import { healthRoutes } from '../http/health';
import { takingTurns } from '../http/in-turn';
import { lessonFileRoutes } from '../http/lesson-file-routes';
import { lessonRoutes } from '../http/lesson-routes';
import { checkOrigins, toldCheck } from '../http/origin';
import { ownLessonRoutes } from '../http/own-lesson-routes';
import { ownReviewRoutes } from '../http/own-review-routes';
import { servePages } from '../http/pages';
import { pictureRoutes } from '../http/picture-routes';
import { previewRoutes } from '../http/preview-routes';
import { rehearsalRoutes } from '../http/rehearsal-routes';
import { reviewRoutes } from '../http/review-routes';
import { sessionRoutes } from '../http/session-routes';
import { storyRoutes } from '../http/story-routes';
import { tableRoutes } from '../http/table-routes';
import { processClock } from '../live/clock';
import type { Sockets } from '../live/sockets';
import { openOtherBuilds } from '../pages/open';
import { Pictures } from '../pictures/smaller';
import type { Folders } from '../stores';
import type { Parts } from './parts';

/** Adds what the server answers to requests, and the pages. */
export async function addRoutes(
  http: FastifyInstance,
  parts: Parts,
  sockets: Sockets,
  folders: Folders,
): Promise<void> {
  await guard(http, parts);
  healthRoutes(http, parts.stores, parts.standing);
  doorRoute(http, parts.standing, sockets.holds, (code) => parts.classroom.rooms.newer.withCode(code));
  accountRoutes(http, { accounts: parts.accounts, senderOf: parts.senderOf, journal: parts.journal });
  const turns = takingTurns();
  lessonsRoutes(http, parts, turns, folders);
  sessionsRoutes(http, parts, turns, sockets);
  pictureRoutes(http, parts.accounts, new Pictures(report(http.log)));
  await pages(http, parts, folders);
}

/** What stands before every route. */
async function guard(http: FastifyInstance, parts: Parts): Promise<void> {
  handleFailures(http);
  await setHeaders(http, parts.askedHosts);
  shutDoors(http, parts.standing);
  checkOrigins(http, toldCheck(parts.ownPage, parts.askedHosts, parts.journal, 'request'));
  await http.register(cookies);
}

type Turns = ReturnType<typeof takingTurns>;

/** Lessons: those there are, a teacher's own, and their files. */
function lessonsRoutes(http: FastifyInstance, parts: Parts, turns: Turns, folders: Folders): void {
  const { accounts, exchange, render } = parts;
  const { shelf, own, reading } = parts.lessons;
  lessonRoutes(http, { accounts, shelf, reading, render, turns }, folders.lessons);
  lessonFileRoutes(http, accounts, shelf, exchange);
  ownLessonRoutes(http, accounts, own, render, turns);
  previewRoutes(http, { accounts, render, turns });
  exchangeRoutes(http, accounts, exchange);
  tableRoutes(http, accounts, exchange);
}

/** Sessions: those that run, what is left of those that have ended, and rehearsals. */
function sessionsRoutes(http: FastifyInstance, parts: Parts, turns: Turns, sockets: Sockets): void {
  const { env, accounts, addresses, rehearsals, screenKey, senderOf, secrets, stores } = parts;
  const { shelf } = parts.lessons;
  const { rooms, asides } = parts.classroom;
  const past = { sessions: stores.storage.sessions, rooms, asides, retentionDays: env.retentionDays };
  sessionRoutes(http, {
    ...{ accounts, addresses, shelf, screenKey, turns, rehearsals },
    addressChanged: sockets.addressChanged,
    ...past,
  });
  reviewRoutes(http, { accounts, ...parts.past, ...past });
  storyRoutes(http, { accounts, addresses, ...parts.past, ...past, senderOf, guesses: secrets });
  ownReviewRoutes(http, { ...parts.past, ...past, senderOf, guesses: secrets });
  rehearsalRoutes(http, {
    ...{ accounts, keys: stores.rehearsal, rehearsals, shelf, turns },
    ...{ senderOf, guesses: secrets },
    ...past,
  });
}

/** The pages of this build, and where servers share a database those of the other builds. */
async function pages(http: FastifyInstance, parts: Parts, { client }: Folders): Promise<void> {
  const { accounts, build, marks, stores } = parts;
  const otherBuilds = await openOtherBuilds(stores.commons, client, build, processClock.now);
  await servePages(http, client, { sessions: stores.storage.sessions, accounts, marks, otherBuilds });
}
