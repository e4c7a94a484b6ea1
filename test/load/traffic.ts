import type { Player } from '../support/player';

/** Messages and their bytes, as the clients count them; pings and the transport's own framing are left out. */
export interface Traffic {
  received: number;
  receivedBytes: number;
  sent: number;
  sentBytes: number;
}

export const noTraffic = (): Traffic => ({ received: 0, receivedBytes: 0, sent: 0, sentBytes: 0 });

/** Adds whatever passes through the client's transport to the traffic that `into` names at that moment. */
export function count({ socket }: Pick<Player, 'socket'>, into: () => Traffic): void {
  const { engine } = socket.io;
  engine.on('packet', ({ type, data }) => {
    if (type !== 'message') return;
    into().received += 1;
    into().receivedBytes += bytes(data);
  });
  engine.on('packetCreate', ({ type, data }) => {
    if (type !== 'message') return;
    into().sent += 1;
    into().sentBytes += bytes(data);
  });
}

/** The packet's type takes one byte more. */
const bytes = (data: unknown): number => (typeof data === 'string' ? Buffer.byteLength(data) + 1 : 0);
