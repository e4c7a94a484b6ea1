import type { SessionLog } from '../storage/log/port';
import type { Sessions } from '../storage/prisma/sessions';
import { ALONE, endEmpty } from './empty-rooms';
import type { RoomHandle } from './handle';
import { LogAway } from './homes/away';
import type { Rooms } from './rooms';

export interface LeftAlonePorts {
  readonly log: Pick<SessionLog, 'running'>;
  readonly rooms: Pick<Rooms, 'get' | 'of' | 'letGo' | 'newer'>;
  readonly sessions: Pick<Sessions, 'open' | 'get' | 'active'>;
}

/**
 * Ends the sessions of a shared log that everybody has left and that no server has: each is loaded, ended and let go. Of
 * several servers that do so at once the log lets one be first.
 */
export async function endLeftAlone(ports: LeftAlonePorts, now: Date): Promise<void> {
  const { log, rooms, sessions } = ports;
  const rows = new Map((await sessions.open()).map((row) => [row.id, row]));
  const running = await log.running();
  rooms.newer.keep(running);
  for (const { session } of running) {
    const row = rows.get(session);
    if (!row || rooms.get(session)) continue;
    // Nobody has ever looked who is there: its hours begin now.
    if (row.activeAt === null) await sessions.active(session, now);
    else if (isLeft(row.activeAt, now)) await end(ports, session, now);
  }
}

const isLeft = (activeAt: Date, now: Date): boolean => now.getTime() - activeAt.getTime() >= ALONE;

async function end({ rooms, sessions }: LeftAlonePorts, session: string, now: Date): Promise<void> {
  const room = await loaded(rooms, session);
  if (!room || (await room.presence()).anybody) return;
  // While it was loaded somebody may have come to it elsewhere.
  const row = await sessions.get(session);
  if (!row?.activeAt || !isLeft(row.activeAt, now)) return;
  await endEmpty(room, now);
  if ((await room.facts()).ended) await rooms.letGo(session);
}

/** Null also of one that cannot be loaded here: it is for another server, and those after it are looked at. */
async function loaded(rooms: LeftAlonePorts['rooms'], session: string): Promise<RoomHandle | null> {
  try {
    return await rooms.of(session);
  } catch (error) {
    if (error instanceof LogAway) return null;
    throw error;
  }
}
