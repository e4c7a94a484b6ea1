import type { Addresses } from '#shared/api';
import type { Browser } from './browser';

/** The code of a session's room, as its teacher's desk is told it. */
export async function roomCode(teacher: Pick<Browser, 'get'>, session: string): Promise<string> {
  return ((await teacher.get(`/api/sessions/${session}/desk`)).body as Addresses).code;
}
