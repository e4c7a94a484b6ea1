import type { FastifyInstance } from 'fastify';
import type { Classroom } from '../classroom';
import type { Env } from '../env';
import { AddressBook } from '../http/addresses';
import type { Stores } from '../stores';

/** The port is known once the server listens; before, the one that was asked for. */
function portOf(http: FastifyInstance, { port }: Env): number {
  const address = http.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** The addresses by which phones reach this server, and which of them each teacher has picked. */
export function openAddresses(
  http: FastifyInstance,
  env: Env,
  { rooms }: Classroom,
  { storage, commons }: Stores,
): Promise<AddressBook> {
  const { host, publicUrl, tls } = env;
  const port = () => portOf(http, env);
  const hostOf = (session: string) => rooms.get(session)?.host ?? null;
  const listening = { host, publicUrl, https: tls !== null, port, hostOf };
  return AddressBook.open(listening, storage, commons?.news ?? null);
}

/** The QR of a teacher's sessions, null: of all, may say another address than before. */
export async function showAgain({ rooms }: Classroom, teacher: string | null): Promise<void> {
  for (const room of await rooms.running())
    if (teacher === null || room.host === teacher) room.addressChanged();
}
