import type { FastifyInstance } from 'fastify';
import { onceWhileAway, report } from '../http/failures';
import { toldCheck } from '../http/origin';
import { processClock } from '../live/clock';
import { attachSockets, type Sockets } from '../live/sockets';
import type { Parts } from './parts';

/** Puts the sockets of phones, projectors and desks on the server. */
export function attach(
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
