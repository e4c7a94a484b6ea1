import * as v from 'valibot';
import { timingSafeEqual } from 'node:crypto';
import type { ErrorCode } from '#shared/errors';
import { handshakeSchema, type Handshake } from '#shared/protocol';
import { PROTOCOL } from '#shared/version';
import { err, ok, type Result } from '#shared/result';
import type { Rooms } from '../rooms';
import { hashOf } from './hash';
import { refusalOf } from './refusal';
import type { Person } from './person';

export interface AdmissionPorts {
  readonly rooms: Rooms;
  readonly build: string;
  readonly teacherOf: (cookie: string | undefined) => Promise<string | null>;
  readonly screenKey: (session: string) => string;
  readonly codeEnded: (code: string) => Promise<boolean>;
}

type Admitted = Result<Person, ErrorCode>;

/** Judges a handshake: who this is, or the code of why they may not come in. */
export async function admit(
  ports: AdmissionPorts,
  auth: unknown,
  cookie: string | undefined,
): Promise<Admitted> {
  const parsed = v.safeParse(handshakeSchema, auth);
  if (!parsed.success) return err(isOld(auth) ? 'version-old' : 'bad-packet');
  const hello = parsed.output;
  if (hello.protocol !== PROTOCOL || hello.build !== ports.build) return err('version-old');
  switch (hello.role) {
    case 'phone':
      return admitPhone(ports, hello);
    case 'screen':
      return admitScreen(ports, hello);
    case 'desk':
      return admitDesk(ports, hello.session, cookie);
  }
}

const isOld = (auth: unknown): boolean =>
  typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol !== PROTOCOL;

type Hello<Role> = Extract<Handshake, { readonly role: Role }>;

async function admitPhone({ rooms, codeEnded }: AdmissionPorts, hello: Hello<'phone'>): Promise<Admitted> {
  const room = rooms.byCode(hello.code);
  if (!room) return err((await codeEnded(hello.code)) ? 'session-ended' : 'unknown-code');
  // Between two commits: a seat that is not on the disk yet may never be, and one that moves may stay.
  await room.idle();
  const token = hashOf(hello.token);
  const seat = room.state.tokens.get(token) ?? null;
  const refusal = refusalOf(room.state, token, seat);
  return refusal ? err(refusal) : ok({ role: 'phone', room, token, seat });
}

function admitScreen({ rooms, screenKey }: AdmissionPorts, hello: Hello<'screen'>): Admitted {
  const room = rooms.get(hello.session);
  const given = Buffer.from(hello.key);
  const right = Buffer.from(screenKey(hello.session));
  if (!room || given.length !== right.length || !timingSafeEqual(given, right)) return err('unknown-session');
  return ok({ role: 'screen', room });
}

async function admitDesk(
  { rooms, teacherOf }: AdmissionPorts,
  session: string,
  cookie: string | undefined,
): Promise<Admitted> {
  const teacher = await teacherOf(cookie);
  if (teacher === null) return err('signed-out');
  const room = rooms.get(session);
  return room?.state.host === teacher ? ok({ role: 'desk', room, cookie }) : err('unknown-session');
}
