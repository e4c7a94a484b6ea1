import * as v from 'valibot';
import { timingSafeEqual } from 'node:crypto';
import type { ErrorCode } from '#shared/errors';
import { handshakeSchema, type Handshake } from '#shared/protocol';
import { PROTOCOL, speaksWith } from '#shared/version';
import { err, ok, type Result } from '#shared/result';
import type { DeviceId } from '#shared/session/events';
import type { Guesses } from '../../accounts/guesses';
import { hashOf } from '../../accounts/secrets';
import { LogAway } from '../homes/away';
import type { Rooms } from '../rooms';
import type { Newcomers } from './newcomers';
import type { Person } from './person';

/** A teacher's browser: the name of its sign-in, and whose it is. */
export interface DeskSignIn {
  readonly id: string;
  readonly teacher: string;
}

export interface AdmissionPorts {
  readonly rooms: Rooms;
  readonly build: string;
  /** Servers of another build may have the same sessions: their pages are let in, if they can be spoken with. */
  readonly mixed?: boolean;
  /** The sign-in that a cookie header tells. */
  readonly signInOf: (cookie: string | undefined) => Promise<DeskSignIn | null>;
  /** The name in the mark of a phone that a cookie header tells; null: there is none. */
  readonly markOf: (cookie: string | undefined) => string | null;
  readonly screenKey: (session: string) => string;
  readonly codeEnded: (code: string) => Promise<boolean>;
  /** The teacher whose session it is, also of one that was put aside. */
  readonly ownerOf: (session: string) => Promise<string | null>;
  readonly newcomers: Newcomers;
  /** Wrong secrets, by network. */
  readonly secrets: Guesses;
}

/** What a handshake says, and where it comes from. */
export interface Arrival {
  readonly auth: unknown;
  /** The code of the room that the address names; null: none. */
  readonly room: string | null;
  readonly cookie: string | undefined;
  readonly network: string;
}

type Admitted = Result<Person, ErrorCode>;

/**
 * Judges a handshake: who this is, or the code of why they may not come in. Their session is loaded if it is not here; where
 * the log cannot be asked for it another server may have it, so they are refused with `server-moved`.
 */
export async function admit(ports: AdmissionPorts, arrival: Arrival): Promise<Admitted> {
  try {
    return await judged(ports, arrival);
  } catch (error) {
    if (error instanceof LogAway) return err('server-moved');
    throw error;
  }
}

async function judged(ports: AdmissionPorts, { auth, room, cookie, network }: Arrival): Promise<Admitted> {
  const parsed = v.safeParse(handshakeSchema, auth);
  if (!parsed.success) return err(isOld(auth) ? 'version-old' : 'bad-packet');
  const hello = parsed.output;
  if (!isSpokenWith(ports, hello)) return err('version-old');
  const admitted = await admitAs(ports, hello, { room, cookie, network });
  if (admitted.ok && admitted.value.room.code !== room) return err('wrong-room');
  if (admitted.ok) ports.newcomers.met(admitted.value.room, network);
  return admitted;
}

/** Without other servers every page is this build's own: another one is old, and gets the new one by reloading. */
const isSpokenWith = ({ build, mixed = false }: AdmissionPorts, hello: Handshake): boolean =>
  mixed ? speaksWith(hello) : hello.protocol === PROTOCOL && hello.build === build;

const isOld = (auth: unknown): boolean =>
  typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol !== PROTOCOL;

type From = Omit<Arrival, 'auth'>;

async function admitAs(ports: AdmissionPorts, hello: Handshake, from: From): Promise<Admitted> {
  switch (hello.role) {
    case 'phone':
      return hello.code === from.room ? admitPhone(ports, hello, from) : err('wrong-room');
    case 'screen':
      return admitScreen(ports, hello, from);
    case 'desk':
      return admitDesk(ports, hello.session, from);
  }
}

/**
 * Whether a session is for another server: a proxy has chosen this one by the address, and that names another room. It is
 * not loaded for it, or whoever comes so would take it away from where its class is.
 */
async function isElsewhere(
  { rooms }: AdmissionPorts,
  session: string,
  room: string | null,
): Promise<boolean> {
  if (rooms.get(session) || rooms.aside.has(session)) return false;
  const found = await rooms.find({ session });
  return found !== null && found.code !== room;
}

type Hello<Role> = Extract<Handshake, { readonly role: Role }>;

async function admitPhone(
  { rooms, codeEnded, newcomers, markOf }: AdmissionPorts,
  hello: Hello<'phone'>,
  { cookie, network }: From,
): Promise<Admitted> {
  const isHere = rooms.byCode(hello.code) !== null;
  const found = isHere ? null : newcomers.lookUp(network);
  if (!isHere && !found) return err('too-many-guesses');
  const room = await rooms.at(hello.code);
  if (room) found?.();
  const token = hashOf(hello.token);
  const aside = room ? null : rooms.aside.withCode(hello.code);
  // Who has, or had, a seat there does not guess: nothing that others do at the same address keeps them out.
  const known = room !== null && (await room.knows(token));
  if (!known && !(await newcomers.mayTry(network, room ?? aside))) return err('too-many-guesses');
  if (aside) return err('session-put-aside');
  if (!room) return err((await codeEnded(hello.code)) ? 'session-ended' : 'unknown-code');
  const seat = await room.admit(token);
  const mark = markOf(cookie);
  const device = mark === null ? null : deviceIn(room.id, mark);
  return seat.ok ? ok({ role: 'phone', room, token, seat: seat.value, network, device }) : seat;
}

/** Another name in each session, so that no two logs tell that it was the same browser. */
const deviceIn = (session: string, mark: string): DeviceId => hashOf(`${session}/${mark}`).slice(0, 12);

async function admitScreen(
  ports: AdmissionPorts,
  hello: Hello<'screen'>,
  { room: named, network }: From,
): Promise<Admitted> {
  const { rooms, screenKey, secrets } = ports;
  const given = Buffer.from(hello.key);
  const right = Buffer.from(screenKey(hello.session));
  const fits = given.length === right.length && timingSafeEqual(given, right);
  if (fits && (await isElsewhere(ports, hello.session, named))) return err('wrong-room');
  const room = fits ? await rooms.of(hello.session) : null;
  if (room) return ok({ role: 'screen', room });
  if (fits && rooms.aside.has(hello.session)) return err('session-put-aside');
  return err((await secrets.wrong(network)) ? 'unknown-session' : 'too-many-guesses');
}

async function admitDesk(
  ports: AdmissionPorts,
  session: string,
  { room: named, cookie }: From,
): Promise<Admitted> {
  const { rooms, signInOf, ownerOf } = ports;
  const signIn = await signInOf(cookie);
  if (!signIn) return err('signed-out');
  const { id, teacher } = signIn;
  if (await isElsewhere(ports, session, named))
    return err((await ownerOf(session)) === teacher ? 'wrong-room' : 'unknown-session');
  const room = await rooms.of(session);
  if (room?.host === teacher) return ok({ role: 'desk', room, signIn: id });
  const theirs = rooms.aside.has(session) && (await ownerOf(session)) === teacher;
  return err(theirs ? 'session-put-aside' : 'unknown-session');
}
