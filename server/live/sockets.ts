import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { ErrorCode } from '#shared/errors';
import { err } from '#shared/result';
import type { Role } from '#shared/session/views';
import type { Journal } from '../journal';
import type { Tally } from '../storage/tally';
import { unmeasured, type Metrics } from '../metrics/port';
import { processClock } from './clock';
import { roomNamed } from './named-room';
import { admit, type AdmissionPorts } from './sockets/admission';
import { Arrivals } from './sockets/arrivals';
import { Desks } from './sockets/desks';
import { guardDoors } from './sockets/doors';
import { listen } from './sockets/handlers';
import { Gateway } from './sockets/gateway';
import { pingTheQuiet } from './sockets/heartbeats';
import { InFlight } from './sockets/in-flight';
import { Lines } from './sockets/lines';
import { Limits } from './sockets/limits';
import { Newcomers } from './sockets/newcomers';
import { writeInOne } from './sockets/one-write';
import type { LiveServer } from './sockets/person';
import { PhoneConnections } from './sockets/phone-connections';
import { MOST_STRANGERS, Strangers } from './sockets/strangers';
import { Waits } from './sockets/waits';
import { refusalOfOpening, type OriginAllowed } from './sockets/way-in';
import { hangUp, leave, sendAway } from './sockets/wire';
import { Wires } from './sockets/wires';
import { alone, type Standing } from './standing';

export interface SocketPorts extends Omit<AdmissionPorts, 'newcomers'> {
  /** Whether this server may let anybody in; without it, it has its log for itself. */
  readonly standing?: Standing;
  /** The network that a request comes from. */
  readonly senderOf: (request: IncomingMessage) => string;
  /** Monotonic, ms. */
  readonly now: () => number;
  readonly originAllowed: OriginAllowed;
  /** The teacher whose sign-in that is; null: it is over. */
  readonly holderOf: (signIn: string) => Promise<string | null>;
  /** The hosts that may have been asked for with a request, the likeliest first. */
  readonly askedHosts: (request: IncomingMessage) => readonly string[];
  /** The address that phones reach, as far as the desk's own way in tells it. */
  readonly addressFor: (session: string, deskHost: string | undefined) => string;
  readonly onBug: (error: unknown) => void;
  /** Where all servers count wrong codes together; without it this one is alone. */
  readonly tally?: Tally | null;
  readonly journal: Journal;
  readonly metrics?: Metrics;
  /** Connections without a seat that one network may have open. */
  readonly mostStrangers?: number;
  /** By when who opens a line has been let in, ms. */
  readonly helloWithin?: number;
}

export interface Sockets {
  /** Tells everybody, settles what was sent, ends every connection, then the server's part in them. */
  readonly close: () => Promise<void>;
  /** Whether the connection with this id is open here. */
  readonly holds: (connection: string) => boolean;
  /** The teacher picked another address: the projector's QR follows. */
  readonly addressChanged: (session: string) => void;
  /** These sign-ins are over: so is what they opened. */
  readonly endSignIns: (signIns: readonly string[]) => void;
  /** How many of each role are connected. */
  readonly open: () => Record<Role, number>;
}

/** The largest frame a client may send; more costs that connection alone. */
const LARGEST = 16_000;

/** How long the answers that are under way may take at the end, ms: a disk that needs longer hangs. */
const SETTLING = 4_000;

/** How long the other ends may then take to say goodbye, ms. A phone that sleeps never does. */
const PARTING = 2_000;

/** Who has opened a connection says who they are by then, ms. */
const HELLO_WITHIN = 10_000;

/**
 * How long polling may take to turn into a websocket, ms. While a filter swallows what the websocket carries, the
 * connection polls ten times a second.
 */
const UPGRADE_WITHIN = 3_000;

/** How often the server says a ping, ms: a phone that hears nothing for much longer says that the network is away. */
const PING = 2_500;
/** And how long it waits for the answer, ms: bad Wi-Fi stands still for seconds. */
const PONG_WITHIN = 8_000;

/** Puts the live engine on `server`. Phones on bad Wi-Fi are missed after 10.5 s at the latest. */
export function attachSockets(server: HttpServer, ports: SocketPorts): Sockets {
  const io: LiveServer = new Server(server, {
    transports: ['websocket', 'polling'],
    upgradeTimeout: UPGRADE_WITHIN,
    serveClient: false,
    pingInterval: PING,
    pingTimeout: PONG_WITHIN,
    maxHttpBufferSize: LARGEST,
    connectTimeout: HELLO_WITHIN,
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest: (request, answer) => {
      const refused = gateway.mayOpen(request) ? refusalOfOpening(request, ports.originAllowed) : 'too-fast';
      if (refused) metrics.refused('socket', refused);
      answer(refused, refused === null);
    },
  });
  const standing = ports.standing ?? alone;
  if (standing !== alone) guardDoors(io.engine, standing, (code) => ports.rooms.newer.withCode(code));
  const inFlight = new InFlight();
  writeInOne(io.engine);
  pingTheQuiet(io.engine, ports.now);
  const lines = new Lines(server, io.engine);
  const { senderOf, now, journal, metrics = unmeasured } = ports;
  const { cut } = lines;
  const gateway = new Gateway(server, io.engine, { senderOf, now, cut, journal });
  new Waits(server, io.engine, {
    ...{ now, cut, within: ports.helloWithin ?? HELLO_WITHIN },
    isLetIn: (request) => gateway.isLetIn(request),
  });
  const strangers = new Strangers(io.engine, {
    ...{ senderOf, now, cut, personOf: (connection) => gateway.personOf(connection) },
    most: ports.mostStrangers ?? MOST_STRANGERS,
  });
  const wires = new Wires((session) => ports.rooms.get(session) !== null);
  ports.rooms.wire({
    channel: (session) => wires.at(session),
    address: (session) => ports.addressFor(session, wires.at(session)?.deskHost),
    gone: (session) => wires.release(session),
  });
  const newcomers = new Newcomers(ports.now, ports.tally);
  const limits = new Limits(ports.now);
  const arrivals = new Arrivals(ports.now);
  const onCrowd = (session: string) => journal({ event: 'seats-throttled', session });
  const phones = new PhoneConnections();
  const desks = new Desks({ clock: processClock, ...ports });
  io.use((socket, next) => {
    const shut = inFlight.open ? standing.shut : 'server-stopping';
    if (shut !== null) return next(refusal(shut));
    const { auth, headers, url } = socket.handshake;
    const arrival = {
      auth,
      room: roomNamed(url),
      cookie: headers.cookie,
      network: ports.senderOf(socket.request),
    };
    const refuse = (code: ErrorCode) => {
      metrics.refused('socket', code);
      next(refusal(code));
      // Another try costs another connection. The refusal is written in the next tick.
      setImmediate(() => leave(socket.conn, lines.cut));
    };
    const admitted = upToDate(standing, arrival.room).then((late) =>
      late === null ? admit({ ...ports, newcomers }, arrival) : err(late),
    );
    admitted.then(
      (admitted) => {
        if (!admitted.ok) {
          if (admitted.error === 'too-many-guesses')
            ports.journal({ event: 'guesses-throttled', at: 'code' });
          return refuse(admitted.error);
        }
        socket.data.person = admitted.value;
        socket.data.cut = () => lines.cut(socket.conn);
        gateway.named(socket);
        next();
      },
      (error: unknown) => {
        ports.onBug(error);
        refuse('server-failed');
      },
    );
  });
  io.on('connection', (socket) => {
    const { person } = socket.data;
    // It may have gone while somebody was let in.
    if (ports.rooms.get(person.room.id) !== person.room) return sendAway(socket, 'server-moved');
    if (person.role === 'desk' && !desks.enter(person.signIn, socket)) return;
    const wire = wires.of(person.room.id);
    if (person.role === 'desk') wire.deskHost = ports.askedHosts(socket.request)[0];
    const { holderOf, onBug, secrets } = ports;
    listen(socket, person, { wire, inFlight, holderOf, limits, arrivals, onCrowd, secrets, metrics, onBug });
    socket.on('disconnect', (reason) => {
      wire.close(socket);
      wires.release(person.room.id);
      if (person.role === 'phone') phones.leave(person.token, socket);
      if (person.role === 'desk') desks.leave(person.signIn, socket);
      if (reason === 'ping timeout') hangUp(socket);
      // Its one socket is gone: what is left would wait for nothing.
      if (reason === 'client namespace disconnect') leave(socket.conn, lines.cut);
    });
    if (person.role === 'phone') phones.enter(person.token, socket);
    wire.open(socket);
  });
  return {
    close: async () => {
      const settled = inFlight.close();
      desks.close();
      io.emit('bye', { code: 'server-stopping' });
      await Promise.race([
        settled,
        new Promise((resolve) => processClock.after(SETTLING, () => resolve(null))),
      ]);
      io.disconnectSockets(true);
      strangers.close();
      await lines.closed(PARTING);
      const closed = io.close();
      server.closeAllConnections();
      await closed;
    },
    holds: lines.has,
    addressChanged: (session) => ports.rooms.get(session)?.addressChanged(),
    endSignIns: (signIns) => desks.end(signIns),
    open: () => rolesIn(io),
  };
}

/** Why somebody cannot be shown yet what is in the room with this code; null: they can. */
async function upToDate(standing: Standing, code: unknown): Promise<ErrorCode | null> {
  try {
    if (typeof code === 'string') await standing.catchUp(code);
    return standing.shut;
  } catch {
    return 'server-moved';
  }
}

function rolesIn({ sockets }: LiveServer): Record<Role, number> {
  const open = { phone: 0, screen: 0, desk: 0 };
  for (const { data } of sockets.sockets.values()) open[data.person.role] += 1;
  return open;
}

/** What the client reads as `connect_error`, with the code beside the message. */
const refusal = (code: ErrorCode): Error => Object.assign(new Error(code), { data: { code } });
