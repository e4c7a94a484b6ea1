import type { EventEmitter } from 'node:events';
import type { Connection } from './lines';
import { preEncoded, textFrame, type Packet } from './packet';

/** What Engine.IO is about to send. */
interface Outgoing {
  readonly type: string;
  readonly data?: unknown;
  options: Partial<Packet['options']>;
}

/** Engine.IO's digit for a ping. */
const PING = textFrame('2');

/**
 * Whatever goes over a websocket goes in one piece, acks and pings too: by itself the library hands the header and the
 * text to the system separately, which for a few bytes costs as much again.
 */
export function writeInOne(engine: EventEmitter): void {
  engine.on('connection', (connection: Connection) =>
    connection.on('packetCreate', (packet: Outgoing) => {
      if (connection.transport.name !== 'websocket' || packet.options.wsPreEncodedFrame) return;
      const frame = frameOf(packet);
      if (frame) packet.options = preEncoded(frame);
    }),
  );
}

function frameOf({ type, data }: Outgoing): Buffer | null {
  if (type === 'ping') return PING;
  return type === 'message' && typeof data === 'string' ? textFrame(`4${data}`) : null;
}
