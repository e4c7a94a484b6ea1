import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { ErrorCode } from '#shared/errors';
import { processClock } from './clock';
import { admit, type AdmissionPorts } from './sockets/admission';
import { greet, listen, sit } from './sockets/handlers';
import type { LiveServer, LiveSocket, Person } from './sockets/person';
import { hangUp, Wire } from './sockets/wire';

export interface SocketPorts extends AdmissionPorts {
  readonly originAllowed: (origin: string | undefined, host: string | undefined) => boolean;
  /** The address that phones reach, as far as the desk's own way in tells it. */
  readonly addressFor: (session: string, deskHost: string | undefined) => string;
  readonly onBug: (error: unknown) => void;
}

export interface Sockets {
  /** Ends every connection, then the server's part in them. */
  readonly close: () => Promise<void>;
  /** The teacher picked another address: the projector's QR follows. */
  readonly addressChanged: (session: string) => void;
}

/** The largest frame a client may send; more costs that connection alone. */
const LARGEST = 16_000;

/** Puts the live engine on `server`. Phones on bad Wi-Fi are missed after 18 s at the latest. */
export function attachSockets(server: HttpServer, ports: SocketPorts): Sockets {
  const io: LiveServer = new Server(server, {
    transports: ['websocket'],
    serveClient: false,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    maxHttpBufferSize: LARGEST,
    perMessageDeflate: false,
    allowRequest: ({ headers }, answer) => answer(null, ports.originAllowed(headers.origin, headers.host)),
  });
  const wires = new Map<string, Wire>();
  const deskHosts = new Map<string, string | undefined>();
  const wireOf = (session: string): Wire => {
    const wire = wires.get(session) ?? new Wire();
    wires.set(session, wire);
    return wire;
  };
  ports.rooms.wire({
    outbox: wireOf,
    address: (session) => ports.addressFor(session, deskHosts.get(session)),
  });
  io.use((socket, next) => {
    admit(ports, socket.handshake.auth, socket.handshake.headers.cookie).then(
      (admitted) => {
        if (!admitted.ok) return next(refusal(admitted.error));
        socket.data.person = admitted.value;
        next();
      },
      (error: unknown) => {
        ports.onBug(error);
        next(refusal('server-failed'));
      },
    );
  });
  io.on('connection', (socket) => {
    const { person } = socket.data;
    const wire = wireOf(person.room.id);
    if (person.role === 'desk') deskHosts.set(person.room.id, socket.handshake.headers.host);
    listen(socket, person, { wire, teacherOf: ports.teacherOf, now: processClock.now, onBug: ports.onBug });
    socket.on('disconnect', (reason) => {
      goodbye(socket, person, wire);
      if (reason === 'ping timeout') hangUp(socket);
    });
    welcome(socket, person, wire);
  });
  return {
    close: async () => {
      io.disconnectSockets(true);
      await io.close();
    },
    addressChanged: (session) => ports.rooms.get(session)?.pulses.touch(),
  };
}

function welcome(socket: LiveSocket, person: Person, wire: Wire): void {
  if (person.role === 'phone' && person.seat !== null) return sit(socket, person, person.seat, wire);
  greet(socket, person, wire);
}

function goodbye(socket: LiveSocket, person: Person, wire: Wire): void {
  const seat = person.role === 'phone' ? person.seat : null;
  wire.leave(socket, seat);
  if (seat !== null) person.room.leave(seat);
}

/** What the client reads as `connect_error`, with the code beside the message. */
const refusal = (code: ErrorCode): Error => Object.assign(new Error(code), { data: { code } });
