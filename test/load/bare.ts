import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import type { CommandPacket, DeskRequest, PhoneRequest } from '#shared/protocol';
import type { Script } from './question';
import release from './release.json' with { type: 'json' };

/**
 * The baseline: Socket.IO alone. It checks nothing and keeps nothing. Each phone gets what one got of the release that
 * the targets name, whatever ours sends today; projector and desk get what ours were sent in the same run.
 */
const script = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Script;
const [greeting, seated, open, close, reveal] = release.frames;
const toAll: Readonly<Record<string, unknown>> = { open, close, reveal };

const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  pingInterval: 2_500,
  pingTimeout: 8_000,
  maxHttpBufferSize: 16_000,
  perMessageDeflate: false,
});

/** Something was counted since the last beat. */
let touched = true;

io.on('connection', (socket) => {
  const { role } = socket.handshake.auth as { role: string };
  if (role !== 'phone') void socket.join(role === 'desk' ? ['desk', 'counters'] : 'counters');
  socket.emit('frame', greeting);
  socket.on(
    'command',
    ({ request }: CommandPacket<PhoneRequest | DeskRequest>, ack: (ok: unknown) => void) => {
      touched = true;
      if (request.type === 'join') {
        ack(release.joinAck);
        socket.emit('frame', seated);
      } else if (request.type === 'submit') {
        ack(release.answerAck);
      } else {
        const frame = toAll[request.type];
        if (frame !== undefined) io.emit('frame', frame);
        ack(release.answerAck);
      }
    },
  );
});

const beat = setInterval(() => {
  if (!touched) return;
  touched = false;
  io.to('counters').emit('pulse', script.pulse);
  io.to('desk').emit('roster', script.roster);
}, 250);

process.on('SIGTERM', () => {
  clearInterval(beat);
  io.disconnectSockets(true);
  void io.close();
});

http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening on ${(http.address() as AddressInfo).port}\n`);
});
