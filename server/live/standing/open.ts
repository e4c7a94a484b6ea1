import type { SessionLog } from '../../storage/log/port';
import { alone, type Standing } from '../standing';
import { attended } from './attended';
import { OneOfMany, type OneOfManyPorts } from './one-of-many';

interface Given extends Omit<OneOfManyPorts, 'log' | 'silent' | 'rooms'> {
  /** Whether other servers may use the log too. */
  readonly shared: boolean;
}

/** A log to work with, and how this server stands to it once it has rooms. */
export interface Opened {
  readonly log: SessionLog;
  readonly standingWith: (rooms: OneOfManyPorts['rooms']) => Standing;
}

export function openStanding(given: SessionLog, { shared, ...ports }: Given): Opened {
  if (!shared) return { log: given, standingWith: () => alone };
  const { log, silent } = attended(given, ports.clock.now);
  return { log, standingWith: (rooms) => new OneOfMany({ log, silent, rooms, ...ports }) };
}
