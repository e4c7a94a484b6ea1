import type { FastifyInstance } from 'fastify';
import { pickAddressSchema, type Addresses, type Started } from '#shared/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { Accounts } from '../accounts/accounts';
import type { Shelf } from '../lessons/shelf';
import type { Rehearsals } from '../rehearsal/rehearsals';
import type { Sessions } from '../storage/prisma/sessions';
import type { AddressBook } from './addresses';
import { parseBody } from './answer';
import { chosenLesson, sessionBody } from './chosen-lesson';
import type { Turns } from './in-turn';
import { cardsOf, startSession, type CardPorts, type RoomsView } from './sessions';
import { forTeachers } from './teacher';

export interface SessionPorts extends CardPorts {
  readonly rooms: RoomsView;
  readonly accounts: Accounts;
  readonly addresses: AddressBook;
  readonly addressChanged: (session: string) => void;
  readonly shelf: Shelf;
  readonly screenKey: (session: string) => string;
  readonly sessions: Sessions;
  readonly turns: Turns;
  readonly rehearsals: Pick<Rehearsals, 'of'>;
}

/** As much of a session as its desk asks for. */
interface Room {
  readonly id: string;
  readonly code: string;
}

interface OneSession {
  Params: { id: string };
}

/** Starting sessions, and what their own teacher may read about them. Somebody else's do not exist. */
export function sessionRoutes(app: FastifyInstance, ports: SessionPorts): void {
  const { accounts, addresses, sessions } = ports;
  const teachers = forTeachers(accounts);
  /** One that is at hand, one that stands in the list, or one that is rehearsed at another server. */
  const owned = async (id: string, teacher: string): Promise<Result<Room, ErrorCode>> => {
    const room = ports.rooms.get(id);
    if (room?.host === teacher) return ok({ id, code: room.code });
    const row = await sessions.get(id);
    if (row?.teacherId === teacher) return ok(row);
    const rehearsed = (await ports.rehearsals.of(teacher)).find((card) => card.id === id);
    return rehearsed ? ok(rehearsed) : err('unknown-session');
  };
  const desk = ({ id, code }: Room, teacher: string): Addresses => ({
    ...addresses.list(id, teacher),
    code,
    screenPath: `/screen/${code}/${id}#key=${ports.screenKey(id)}`,
  });

  app.get(
    '/api/sessions',
    teachers(async ({ id }) => {
      return ok(await cardsOf(await sessions.of(id), ports));
    }),
  );

  app.post(
    '/api/sessions',
    sessionBody(accounts),
    teachers(
      ports.turns.starting(async ({ id }, request) => {
        const lesson = await chosenLesson(request.body, id, ports.shelf);
        if (!lesson.ok) return lesson;
        const started = await startSession(ports, lesson.value, id);
        return started.ok ? ok({ id: started.value } satisfies Started) : started;
      }),
    ),
  );

  app.get(
    '/api/sessions/:id/desk',
    teachers<OneSession>(async (teacher, { params, host, protocol }) => {
      const row = await owned(params.id, teacher.id);
      if (!row.ok) return row;
      addresses.open(params.id, host, protocol);
      ports.addressChanged(params.id);
      return ok(desk(row.value, teacher.id));
    }),
  );

  app.post(
    '/api/sessions/:id/address',
    teachers<OneSession>(async (teacher, { params, body }) => {
      const row = await owned(params.id, teacher.id);
      if (!row.ok) return row;
      const wanted = parseBody(pickAddressSchema, body);
      if (!wanted.ok) return wanted;
      const picked = await addresses.pick(params.id, teacher.id, wanted.value.address);
      if (!picked.ok) return picked;
      ports.addressChanged(params.id);
      return ok(desk(row.value, teacher.id));
    }),
  );
}
