import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Lesson } from '#shared/lessons/lesson';
import type { DeskView, ScreenView } from '#shared/session/views';
import { train } from '#shared/training/train';
import type { Entry } from '../../server/journal';
import { secretGuesses } from '../../server/accounts/guesses';
import { askedHosts } from '../../server/http/asked';
import { originCheck } from '../../server/http/origin';
import { senders } from '../../server/http/sender';
import { processClock } from '../../server/live/clock';
import { Rooms } from '../../server/live/rooms';
import { attachSockets } from '../../server/live/sockets';
import { openStanding } from '../../server/live/standing/open';
import type { SessionLog } from '../../server/storage/log/port';
import type { Reckon, Train } from '../../server/workers/pool';
import { temporaryFolder } from './folder';
import { freshToken, Player } from './player';
import { sqliteLog } from './sqlite-log';
import { lessons } from './lessons';

const HOST = 'teacher-1';

/** Trains in this thread: the pool has tests of its own. */
export const trainHere: Train = ({ request }) => Promise.resolve(train(request()));

type Transports = readonly ('websocket' | 'polling')[];

/** How somebody comes to the door: `from`, the address that a proxy in front says; `code`, what their address says. */
interface Knocking {
  /** The mark of a phone's browser, each another one if left out; null: it has none. */
  readonly mark?: string | null;
  readonly from?: string;
  readonly code?: string;
  readonly transports?: Transports;
}

const addressed = (from?: string) => (from === undefined ? {} : { 'x-forwarded-for': from });
const marked = (mark: string | null) => (mark === null ? {} : { cookie: `phone=${mark}` });
const by = (transports?: Transports) => (transports === undefined ? {} : { transports });

interface Given {
  readonly log?: SessionLog;
  /** Other servers use the log too. */
  readonly shared?: boolean;
  readonly folder?: string;
  readonly train?: Train;
  readonly reckon?: Reckon;
  /** Codes of sessions that the list says are over. */
  readonly endedCodes?: ReadonlySet<string>;
  /** The address that the projector says, by the host of the desk if one has come. */
  readonly addressFor?: (session: string, deskHost: string | undefined) => string;
  readonly mostStrangers?: number;
  readonly helloWithin?: number;
}

/** The live engine on real sockets and a real disk; accounts and pages are left out. The cookie says who one is. */
export async function startEngine(given: Given = {}) {
  const own = temporaryFolder();
  const bugs: unknown[] = [];
  const told: Entry[] = [];
  const onBug = (bug: unknown) => void bugs.push(bug);
  const journal = (entry: Entry) => void told.push(entry);
  const { shared = false } = given;
  const { log, standingWith } = openStanding(given.log ?? (await sqliteLog(given.folder ?? own.path)), {
    ...{ shared, clock: processClock, drainWithin: 2_000, journal, onBug },
  });
  const rooms = await Rooms.open({
    ...{ log, lazy: shared, train: given.train ?? trainHere, reckon: given.reckon },
    onEnded: () => undefined,
    onTakenUp: () => undefined,
    onPutAside: ({ session, why, seq }) => journal({ event: 'session-put-aside', session, why, seq }),
  });
  const standing = standingWith(rooms);
  const server = createServer();
  const asked = askedHosts(1);
  const sockets = attachSockets(server, {
    ...{ rooms, standing, onBug, journal },
    build: 'test',
    signInOf: (cookie) => {
      const who = cookie?.match(/^who=(.+)$/)?.[1];
      return Promise.resolve(who === undefined ? null : { id: who, teacher: who });
    },
    holderOf: (signIn) => Promise.resolve(signIn),
    markOf: (cookie) => /(?:^|; )phone=([^;]+)/.exec(cookie ?? '')?.[1] ?? null,
    screenKey: (session) => `key-of-${session}-0123456789`,
    codeEnded: (code) => Promise.resolve(given.endedCodes?.has(code) ?? false),
    ownerOf: () => Promise.resolve(HOST),
    ...{ originAllowed: originCheck(null, asked), askedHosts: asked },
    addressFor: given.addressFor ?? (() => 'http://school.test:3000'),
    senderOf: senders(1),
    secrets: secretGuesses(processClock.now),
    now: processClock.now,
    ...(given.mostStrangers === undefined ? {} : { mostStrangers: given.mostStrangers }),
    ...(given.helloWithin === undefined ? {} : { helloWithin: given.helloWithin }),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const players = new Set<{ close: () => void }>();
  const keep = <P extends { close: () => void }>(player: P): P => {
    players.add(player);
    return player;
  };
  let closed: Promise<void> | null = null;
  const codeOf = (session: string) => rooms.get(session)?.code ?? '000000';
  return {
    url,
    log,
    rooms,
    standing,
    bugs,
    told,
    folder: own.path,
    create: async (lesson: Lesson = lessons[0] as Lesson) => {
      const created = await rooms.create({ lesson, host: HOST });
      if (!created.ok) throw new Error(created.error);
      return created.value;
    },
    phone: (code: string, token = freshToken(), { from, transports, mark = freshToken() }: Knocking = {}) =>
      keep(
        new Player(
          url,
          { role: 'phone', code, token },
          { headers: { ...addressed(from), ...marked(mark) }, ...by(transports) },
        ),
      ),
    desk: (session: string, who = HOST, { code = codeOf(session), transports }: Knocking = {}) =>
      keep(
        new Player<DeskView>(
          url,
          { role: 'desk', session, code },
          { headers: { cookie: `who=${who}` }, ...by(transports) },
        ),
      ),
    screen: (
      session: string,
      key = `key-of-${session}-0123456789`,
      { code = codeOf(session), transports }: Knocking = {},
    ) => keep(new Player<ScreenView>(url, { role: 'screen', session, key, code }, by(transports))),
    /** Ends every connection as a server does that stops; `stop` then does the rest. */
    closeSockets: () => (closed ??= sockets.close()),
    stop: async () => {
      for (const player of players) player.close();
      await (closed ??= sockets.close());
      standing.close();
      await rooms.close();
      if (!given.log) await log.close();
      own.remove();
    },
  };
}

export type Engine = Awaited<ReturnType<typeof startEngine>>;
