import type { EventEmitter } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Journal } from '../../journal';
import { Budgets } from './budget';
import { Guest, type Fault } from './guest';
import { idIn, type Connection } from './lines';
import type { LiveSocket, Person } from './person';
import { guarded, type Websocket, type Websockets } from './websockets';

/** Engine.IO's server, as far as the gateway sits in front of it. */
type Engine = EventEmitter & { readonly opts: { wsEngine?: unknown } };

export interface GatewayPorts {
  /** The network that a request comes from. */
  readonly senderOf: (request: IncomingMessage) => string;
  /** Monotonic, ms. */
  readonly now: () => number;
  readonly cut: (connection: Connection) => void;
  readonly journal: Journal;
}

/** Where every address of Engine.IO's begins. */
const PATH = '/socket.io/';

/** What a request of unknown length may hold, bytes: Engine.IO takes no more. */
const UNKNOWN = 16_000;

/** What an upgrade of a connection that is there costs: it makes a websocket. */
const UPGRADE = 10;

/**
 * Stands before Engine.IO: counts what every connection sends before it is parsed, and what waits for it before more is
 * written. Who goes too far is cut off at once.
 */
export class Gateway {
  readonly #budgets: Budgets;
  /** By the request that opened them. */
  readonly #opening = new WeakMap<IncomingMessage, Guest>();
  readonly #guests = new WeakMap<Connection, Guest>();
  /** By the id that every later request names. */
  readonly #byId = new Map<string, Guest>();

  constructor(
    server: Server,
    engine: Engine,
    private readonly ports: GatewayPorts,
  ) {
    this.#budgets = new Budgets(ports.now);
    // Engine.IO makes its websockets anew when the server begins to listen.
    engine.opts.wsEngine = guarded(engine.opts.wsEngine as Websockets, (websocket, request, line) => {
      const guest = this.#taken(websocket, request);
      line.prependListener('data', (chunk: Buffer) => guest.arrived(chunk.length));
    });
    engine.on('connection', (connection: Connection) => this.#enter(connection));
    server.prependListener('request', (request) => this.#asked(request));
  }

  /** Whether one more connection may be opened by this request. */
  mayOpen(request: IncomingMessage): boolean {
    return this.#budgets.mayOpen(this.ports.senderOf(request));
  }

  /** The connection has said whose it is. */
  named(socket: LiveSocket): void {
    this.#guests.get(socket.conn)?.named(socket);
  }

  /** Whose it is; null: that has not been said. */
  personOf(connection: Connection): Person | null {
    return this.#guests.get(connection)?.socket?.data.person ?? null;
  }

  /** Whether somebody has been let in by what this request opened, or carries. */
  isLetIn(request: IncomingMessage): boolean {
    const guest = this.#byId.get(idIn(request.url) ?? '') ?? this.#opening.get(request);
    return guest !== undefined && guest.socket !== null && !guest.account.ended;
  }

  #taken(websocket: Websocket, request: IncomingMessage): Guest {
    const guest = this.#byId.get(idIn(request.url) ?? '');
    guest?.spend(UPGRADE);
    const carried = guest ?? this.#opened(request);
    carried.carry(websocket);
    return carried;
  }

  /** The websocket that opens a connection comes before it, and may end before there is one. */
  #opened(request: IncomingMessage): Guest {
    const guest = this.#guestOf(request);
    request.socket.once('close', () => guest.account.close());
    return guest;
  }

  #guestOf(request: IncomingMessage): Guest {
    const known = this.#opening.get(request);
    if (known) return known;
    const network = this.ports.senderOf(request);
    const guest = new Guest({
      account: (end) => this.#budgets.open(network, end),
      cut: this.ports.cut,
      told: ({ socket }, why) => this.#tell(socket, why),
    });
    this.#opening.set(request, guest);
    return guest;
  }

  #enter(connection: Connection): void {
    const guest = this.#guestOf(connection.request);
    const id = connection.transport.sid;
    this.#guests.set(connection, guest);
    this.#byId.set(id, guest);
    guest.enter(connection);
    connection.once('close', () => this.#byId.delete(id));
  }

  /** A request of long polling, or of an upgrade, costs before it is read. */
  #asked({ url = '', headers }: IncomingMessage): void {
    const guest = url.startsWith(PATH) ? this.#byId.get(idIn(url) ?? '') : undefined;
    const length = headers['transfer-encoding'] === undefined ? (headers['content-length'] ?? 0) : UNKNOWN;
    guest?.arrived(Number(length));
    guest?.spend(1);
  }

  #tell(socket: LiveSocket | null, why: Fault): void {
    const { room, role } = socket?.data.person ?? { room: null, role: null };
    const who = { session: room?.id ?? null, role };
    this.ports.journal(
      why === 'reader' ? { event: 'reader-cut-off', ...who } : { event: 'sender-cut-off', ...who, why },
    );
  }
}
