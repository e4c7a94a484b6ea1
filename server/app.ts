import cookies from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { ok, type Result } from '#shared/result';
import { Accounts } from './accounts/accounts';
import { PhoneMarks } from './accounts/phone-marks';
import { secretGuesses, type Guesses } from './accounts/guesses';
import { screenKeys } from './accounts/screen-keys';
import { readCertificate } from './certificate';
import { openClassroom, type Classroom } from './classroom';
import type { Env } from './env';
import { openExchange, type Exchange } from './exchange/open';
import { accountRoutes } from './http/account-routes';
import { AddressBook } from './http/addresses';
import { askedHosts, type AskedHosts } from './http/asked';
import { handleFailures, onceWhileAway, report } from './http/failures';
import { setHeaders } from './http/headers';
import { doorRoute, shutDoors } from './http/doors';
import { exchangeRoutes } from './http/exchange-routes';
import { healthRoutes } from './http/health';
import { takingTurns } from './http/in-turn';
import { lessonFileRoutes } from './http/lesson-file-routes';
import { lessonRoutes } from './http/lesson-routes';
import { ownLessonRoutes } from './http/own-lesson-routes';
import { checkOrigins, originCheck, toldCheck, type OriginCheck } from './http/origin';
import { servePages } from './http/pages';
import { previewRoutes } from './http/preview-routes';
import { pictureRoutes } from './http/picture-routes';
import { ownReviewRoutes } from './http/own-review-routes';
import { rehearsalRoutes } from './http/rehearsal-routes';
import { reviewRoutes } from './http/review-routes';
import { senders, type SenderOf } from './http/sender';
import { createHttp, PATIENCE } from './http/server';
import { storyRoutes } from './http/story-routes';
import { tableRoutes } from './http/table-routes';
import { sessionRoutes } from './http/session-routes';
import { openJournal, type Journal } from './journal';
import { readBuiltIn, type BuiltIn } from './lessons/built-in';
import { openLessons, type OpenLessons } from './lessons/open';
import { processClock } from './live/clock';
import { attachSockets, type Sockets } from './live/sockets';
import type { Standing } from './live/standing';
import { openStanding } from './live/standing/open';
import { openMetrics, type OpenMetrics } from './metrics/open';
import type { Metrics } from './metrics/port';
import { openOtherBuilds } from './pages/open';
import { PagesNotKept } from './pages/page-files';
import { openPast, type PastSessions } from './past/open';
import { Pictures } from './pictures/smaller';
import { boardIn } from './rehearsal/board';
import { Rehearsals } from './rehearsal/rehearsals';
import { watched } from './storage/log/watched';
import { openJobs } from './workers/open';
import type { Pool } from './workers/pool';
import { Scribe, type Render } from './words/scribe';
import { isStorageError } from './storage/prisma/client';
import { openStores, unusable, type Folders, type Stores } from './stores';

/** A server that is ready to listen. */
export interface App {
  readonly http: FastifyInstance;
  readonly addresses: AddressBook;
  readonly journal: Journal;
  /** Sessions that go on from before. */
  readonly running: number;
  /** What is to be said about who can get at the data. */
  readonly openness: string | null;
  /** The secret of the one-time link; null once there is a teacher. */
  readonly firstLink: string | null;
  /** Shuts the doors and sends every room to another server; at once where there is none. */
  readonly drain: () => Promise<void>;
  /** Where its figures are; null: it measures nothing. */
  readonly metricsPort: number | null;
  /** Ends connections, then settles and closes what is on the disk. */
  readonly close: () => Promise<void>;
}

/** What every part of the web side is made from. */
interface Parts {
  readonly env: Env;
  readonly build: string;
  readonly journal: Journal;
  readonly metrics: Metrics;
  readonly stores: Stores;
  readonly classroom: Classroom;
  readonly standing: Standing;
  readonly past: PastSessions;
  readonly exchange: Exchange;
  readonly rehearsals: Rehearsals;
  readonly accounts: Accounts;
  readonly marks: PhoneMarks;
  readonly addresses: AddressBook;
  readonly screenKey: (session: string) => string;
  readonly lessons: OpenLessons;
  readonly render: Render;
  readonly senderOf: SenderOf;
  readonly askedHosts: AskedHosts;
  readonly ownPage: OriginCheck;
  /** Wrong secrets, by network. */
  readonly secrets: Guesses;
}

/** The port is known once the server listens; before, the one that was asked for. */
function portOf(http: FastifyInstance, { port }: Env): number {
  const address = http.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function openAddresses(http: FastifyInstance, env: Env, { rooms }: Classroom, { storage, commons }: Stores) {
  const { host, publicUrl, tls } = env;
  const port = () => portOf(http, env);
  const hostOf = (session: string) => rooms.get(session)?.host ?? null;
  const listening = { host, publicUrl, https: tls !== null, port, hostOf };
  return AddressBook.open(listening, storage, commons?.news ?? null);
}

/** The QR of a teacher's sessions, null: of all, may say another address than before. */
async function showAgain(rooms: Classroom['rooms'], teacher: string | null): Promise<void> {
  for (const room of await rooms.running())
    if (teacher === null || room.host === teacher) room.addressChanged();
}

function attach(
  http: FastifyInstance,
  { build, journal, metrics, stores, classroom, ...parts }: Parts,
): Sockets {
  const { accounts } = parts;
  const failures = onceWhileAway(report(http.log));
  const signInOf = async (cookie: string | undefined) => {
    const signIn = await accounts.signInOf(http.parseCookie(cookie ?? ''));
    return signIn && { id: signIn.id, teacher: signIn.teacher.id };
  };
  const sockets = attachSockets(http.server, {
    rooms: classroom.rooms,
    standing: parts.standing,
    build,
    mixed: parts.env.postgres !== null,
    signInOf,
    holderOf: async (signIn) => (await failures.looked(accounts.browsers.holder(signIn)))?.id ?? null,
    markOf: (cookie) => parts.marks.read(accounts.cookies.phone.in(http.parseCookie(cookie ?? ''))),
    screenKey: parts.screenKey,
    senderOf: parts.senderOf,
    secrets: parts.secrets,
    tally: stores.commons?.tally ?? null,
    now: processClock.now,
    codeEnded: stores.storage.sessions.codeEnded,
    ownerOf: async (session) => (await stores.storage.sessions.get(session))?.teacherId ?? null,
    originAllowed: toldCheck(parts.ownPage, parts.askedHosts, journal, 'socket'),
    askedHosts: parts.askedHosts,
    addressFor: (session, host) => parts.addresses.for(session, host),
    onBug: failures.tell,
    journal,
    metrics,
  });
  accounts.browsers.onEnded(sockets.endSignIns);
  return sockets;
}

async function addRoutes(
  http: FastifyInstance,
  parts: Parts,
  sockets: Sockets,
  folders: Folders,
): Promise<void> {
  const { env, accounts, addresses, lessons, screenKey, senderOf, secrets } = parts;
  const { storage } = parts.stores;
  const { sessions } = storage;
  const { shelf, own, reading } = lessons;
  const turns = takingTurns();
  const { rooms, asides } = parts.classroom;
  const past = { sessions, rooms, asides, retentionDays: env.retentionDays };
  handleFailures(http);
  await setHeaders(http, parts.askedHosts);
  shutDoors(http, parts.standing);
  checkOrigins(http, toldCheck(parts.ownPage, parts.askedHosts, parts.journal, 'request'));
  await http.register(cookies);
  healthRoutes(http, parts.stores, parts.standing);
  doorRoute(http, parts.standing, sockets.holds, (code) => parts.classroom.rooms.newer.withCode(code));
  accountRoutes(http, { accounts, senderOf, journal: parts.journal });
  lessonRoutes(http, { accounts, shelf, reading, render: parts.render, turns }, folders.lessons);
  lessonFileRoutes(http, accounts, shelf, parts.exchange);
  ownLessonRoutes(http, accounts, own, parts.render, turns);
  previewRoutes(http, { accounts, render: parts.render, turns });
  exchangeRoutes(http, accounts, parts.exchange);
  tableRoutes(http, accounts, parts.exchange);
  sessionRoutes(http, {
    ...{ accounts, addresses, shelf, screenKey, turns, rehearsals: parts.rehearsals },
    addressChanged: sockets.addressChanged,
    ...past,
  });
  reviewRoutes(http, { accounts, ...parts.past, ...past });
  storyRoutes(http, { accounts, addresses, ...parts.past, ...past, senderOf, guesses: secrets });
  rehearsalRoutes(http, {
    ...{ accounts, keys: parts.stores.rehearsal, rehearsals: parts.rehearsals, shelf, turns },
    ...past,
  });
  pictureRoutes(http, accounts, new Pictures(report(http.log)));
  ownReviewRoutes(http, { ...parts.past, ...past, senderOf, guesses: secrets });
  const otherBuilds = await openOtherBuilds(
    ...([parts.stores.commons, folders.client, parts.build, processClock.now] as const),
  );
  await servePages(http, folders.client, { sessions, accounts, marks: parts.marks, otherBuilds });
}

/** Says in the journal which built-in lessons are missing, and why. */
function tellBroken({ broken }: BuiltIn, journal: Journal): void {
  for (const { file, path, code } of broken)
    journal({ event: 'lesson-broken', file, path: path.join('/'), code });
}

/** What was built of the product beside the server. */
export interface Built {
  readonly version: string;
  /** Names the pages that the server goes with. */
  readonly build: string;
  /** What trains, compiled; null: the reference does. */
  readonly kernel: WebAssembly.Module | null;
}

/** What a server is made of, before it is put together. */
interface Given extends Pick<Built, 'build'> {
  readonly env: Env;
  readonly folders: Folders;
  readonly opened: Stores;
  readonly builtIn: BuiltIn;
  readonly measured: OpenMetrics;
  readonly pool: Pool;
}

async function assemble(http: FastifyInstance, given: Given) {
  const { env, folders, build, opened, builtIn, pool } = given;
  const { metrics, port: metricsPort } = given.measured;
  metrics.follow(http);
  const journal = metrics.counted(openJournal(http.log, env.logLevel, processClock.now));
  tellBroken(builtIn, journal);
  const { openness, commons } = opened;
  const shared = commons !== null;
  const { log, standingWith } = openStanding(watched(metrics.timed(opened.log), journal), {
    ...{ shared, clock: processClock, drainWithin: env.drainSeconds * 1_000, journal },
    onBug: report(http.log),
  });
  const stores = { ...opened, log };
  const scribe = new Scribe(new URL('words.js', folders.scripts), report(http.log));
  const { render } = scribe;
  const workers = { train: pool.train, reckon: pool.reckon, render };
  const classroom = await openClassroom({ ...stores, shared }, workers, journal, report(http.log));
  const { storage } = stores;
  const tally = opened.commons?.tally ?? null;
  const accounts = await Accounts.open(storage, processClock, tally);
  const marks = await PhoneMarks.open(storage.settings);
  const addresses = await openAddresses(http, env, classroom, stores);
  const screenKey = await screenKeys(storage.settings);
  const past = openPast(stores, classroom, env, folders.scripts, report(http.log));
  const lessons = openLessons(
    ...([storage, builtIn.lessons, folders.scripts, report(http.log), commons?.once] as const),
  );
  const exchange = openExchange(folders.scripts, report(http.log));
  const { rooms } = classroom;
  const standing = standingWith(rooms);
  const rehearsals = new Rehearsals({
    ...{ rooms, clock: processClock, onBug: report(http.log) },
    elsewhere: commons && { board: boardIn(storage.settings), news: commons.news },
  });
  const senderOf = senders(env.trustProxy);
  const secrets = secretGuesses(processClock.now, tally);
  const asked = askedHosts(env.trustProxy);
  const parts: Parts = {
    ...{
      env,
      build,
      journal,
      metrics,
      stores,
      classroom,
      standing,
      past,
      exchange,
      rehearsals,
      accounts,
      marks,
      addresses,
      screenKey,
    },
    ...{ senderOf, secrets, askedHosts: asked, ownPage: originCheck(env.publicUrl, asked) },
    ...{ lessons, render },
  };
  const sockets = attach(http, parts);
  addresses.follow((teacher) => void showAgain(rooms, teacher), report(http.log));
  await addRoutes(http, parts, sockets, folders);
  metrics.watch({
    sockets: sockets.open,
    sessions: () => rooms.count,
    shut: () => standing.shut !== null,
    jobs: pool.load,
  });
  http.addHook('preClose', sockets.close);
  http.addHook('onClose', async () => {
    standing.close();
    await rehearsals.close();
    await exchange.close();
    await scribe.close();
    await pool.close();
    await classroom.close();
    await past.close();
    await lessons.close();
  });
  await http.ready();
  const running = (await (shared ? log : rooms).running()).length;
  const { drain } = standing;
  const firstLink = await accounts.firstLink.renew();
  return { http, addresses, journal, running, openness, drain, firstLink, metricsPort };
}

/**
 * Builds the whole server on its data folder, which stays locked until `close`.  The error is one sentence for the person who started it.
 */
export async function buildApp(env: Env, folders: Folders, built: Built): Promise<Result<App, string>> {
  const certificate = readCertificate(env.tls);
  if (!certificate.ok) return certificate;
  const builtIn = readBuiltIn(folders.lessons);
  if (!builtIn.ok) return builtIn;
  const measured = await openMetrics(env, built);
  if (!measured.ok) return measured;
  const { metrics } = measured.value;
  const stores = await openStores(env, folders);
  if (!stores.ok) {
    await metrics.close();
    return stores;
  }
  const letGo = async () => {
    await stores.value.close();
    await metrics.close();
  };
  const http = createHttp(certificate.value, env.trustProxy, env.logLevel, PATIENCE, env.serverName);
  const jobs = await openJobs(env, {
    ...{ script: new URL('train.js', folders.scripts), kernel: built.kernel },
    onFailed: report(http.log),
  });
  if (!jobs.ok) {
    await letGo();
    return jobs;
  }
  try {
    const app = await assemble(http, {
      ...{ build: built.build, pool: jobs.value },
      env,
      folders,
      opened: stores.value,
      builtIn: builtIn.value,
      measured: measured.value,
    });
    return ok({ ...app, close: () => http.close().finally(letGo) });
  } catch (error) {
    await letGo();
    if (isStorageError(error) || error instanceof PagesNotKept) return unusable(env, error);
    throw error;
  }
}
