import type { FastifyInstance, FastifyRequest } from 'fastify';
import { rehearsalSchema, type RehearsalKey, type Started } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { Guesses } from '../accounts/guesses';
import type { Shelf } from '../lessons/shelf';
import type { RoomHandle } from '../live/handle';
import { roomNamed } from '../live/named-room';
import type { Rooms } from '../live/rooms';
import type { RehearsalKeys } from '../rehearsal/key';
import type { Rehearsals } from '../rehearsal/rehearsals';
import type { RunningSession } from '../storage/log/port';
import type { Sessions } from '../storage/prisma/sessions';
import { answer, parseBody } from './answer';
import { chosenLesson, sessionBody } from './chosen-lesson';
import type { Turns } from './in-turn';
import type { SenderOf } from './sender';
import { forTeachers } from './teacher';

export interface RehearsalPorts {
  readonly accounts: Accounts;
  readonly keys: RehearsalKeys;
  readonly rooms: Pick<Rooms, 'at' | 'find' | 'get'>;
  readonly sessions: Pick<Sessions, 'get'>;
  readonly rehearsals: Rehearsals;
  readonly shelf: Shelf;
  readonly turns: Turns;
  /** Wrong keys, by network. */
  readonly guesses: Guesses;
  readonly senderOf: SenderOf;
}

interface OneCode {
  Params: { code: string };
}

interface OneSession {
  Params: { id: string };
}

/** The code that the address names, which has chosen this server among others; null: there is no proxy that chooses. */
function codeIn(url: string | undefined): string | null {
  const room = roomNamed(url);
  return room !== null && /^[1-9]\d{5}$/.test(room) ? room : null;
}

/** The key that a request carries; empty: none. */
const keyIn = ({ headers: { authorization = '' } }: FastifyRequest<OneCode>): string =>
  /^Bearer (\S{1,100})$/.exec(authorization)?.[1] ?? '';

/**
 * Lessons that a teacher tries with the simulated class inside the server, and what the simulated students of other
 * programs hand in (see docs/decisions/0018). Who has no key learns nothing, not even whether there is
 * such a session; a student's secret and a teacher's cookie are no keys.
 */
export function rehearsalRoutes(app: FastifyInstance, ports: RehearsalPorts): void {
  const { accounts, keys, rooms, sessions, rehearsals, guesses, senderOf } = ports;
  const teachers = forTeachers(accounts);

  /** The key of all servers is known before anybody is asked which session it is about. */
  const opened = async (
    key: string,
    code: string,
    network: string,
  ): Promise<Result<RunningSession, ErrorCode>> => {
    if (key === '') return err('rehearsal-refused');
    if (!keys.opens(key, null) && guesses.isSpent(network)) return err('too-many-guesses');
    const found = await rooms.find({ code });
    if (keys.opens(key, found?.session ?? null)) return found ? ok(found) : err('unknown-code');
    return err((await guesses.wrong(network)) ? 'rehearsal-refused' : 'too-many-guesses');
  };

  const roomOf = async (request: FastifyRequest<OneCode>): Promise<Result<RoomHandle, ErrorCode>> => {
    const { code } = request.params;
    const found = await opened(keyIn(request), code, senderOf(request.raw));
    if (!found.ok) return found;
    // Nobody takes a session away from its class by an address that names another one.
    if (!rooms.get(found.value.session) && codeIn(request.raw.url) !== code) return err('wrong-room');
    const room = await rooms.at(code);
    return room ? ok(room) : err('unknown-code');
  };

  app.get(
    '/api/rehearsals',
    teachers(async ({ id }) => ok(await rehearsals.of(id))),
  );

  app.post(
    '/api/rehearsals',
    sessionBody(accounts),
    teachers(
      ports.turns.starting(async ({ id }, request) => {
        const lesson = await chosenLesson(request.body, id, ports.shelf);
        if (!lesson.ok) return lesson;
        const begun = await rehearsals.begin(lesson.value, id, codeIn(request.raw.url));
        return begun.ok ? ok({ id: begun.value } satisfies Started) : begun;
      }),
    ),
  );

  app.get<OneCode>('/api/rehearsal/:code', async (request, reply) => {
    const room = await roomOf(request);
    return answer(reply, room.ok ? ok({ ready: true }) : room);
  });

  app.post<OneCode>('/api/rehearsal/:code', async (request, reply) => {
    const room = await roomOf(request);
    if (!room.ok) return answer(reply, room);
    const body = parseBody(rehearsalSchema, request.body);
    return answer(reply, body.ok ? await room.value.rehearse(body.value) : body);
  });

  app.get(
    '/api/sessions/:id/rehearsal-key',
    teachers<OneSession>(async (teacher, { params: { id } }) => {
      const row = await sessions.get(id);
      if (row?.teacherId !== teacher.id) return err('unknown-session');
      return ok({ key: keys.of(id) } satisfies RehearsalKey);
    }),
  );
}
