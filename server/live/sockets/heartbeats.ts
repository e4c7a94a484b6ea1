import type { EventEmitter } from 'node:events';
import type { Connection } from './lines';

/** What Engine.IO keeps of a connection's pings: when the next one is due, and by when this one is answered. */
interface Beating {
  readonly pingIntervalTimer: Pick<NodeJS.Timeout, 'refresh'> | null;
  readonly pingTimeoutTimer: object | null;
}

/** Engine.IO's message, of a kind of Socket.IO's: an ack. */
const ACK = '3';

/** A client that has heard no ping for 10.5 s gives the connection up, whatever else it heard, ms. */
const LONGEST = 5_000;

/**
 * Whoever has just asked and been answered is there, and knows that we are: the next ping comes as long after that as
 * after a pong. Half of what a thousand phones cost while they answer is pings. Only an ack does that: what a room is
 * told at once would make all its pings fall together.
 */
export function pingTheQuiet(engine: EventEmitter, now: () => number): void {
  engine.on('connection', (connection: Connection) => {
    let pinged = now();
    connection.on('packetCreate', ({ type, data }: { readonly type: string; readonly data?: unknown }) => {
      if (type === 'ping') pinged = now();
      else if (typeof data === 'string' && data.startsWith(ACK) && now() - pinged < LONGEST)
        postpone(connection);
    });
  });
}

/** While a ping waits for its answer, nothing is put off. */
function postpone(connection: Connection): void {
  const { pingIntervalTimer, pingTimeoutTimer } = connection as unknown as Beating;
  if (pingTimeoutTimer === null) pingIntervalTimer?.refresh();
}
