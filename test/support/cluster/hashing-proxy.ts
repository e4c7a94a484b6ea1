import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, type Duplex } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ROOM } from '#shared/room-address';
import { opens, pass, type Passed } from './passing';
import { Ring } from './ring';

/** Of a part of a page: the server is of another build, or ends. */
const ELSEWHERE: ReadonlySet<number | undefined> = new Set([404, 503]);

const NOBODY = 'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** A proxy that does what docs/proxy/nginx.conf has nginx do, in this process. */
export class HashingProxy {
  #ring = new Ring([]);
  readonly #ends = new Set<Duplex>();

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.#keep(socket));
    server.on('request', (asked, answer) => void this.#answer(asked, answer));
    server.on('upgrade', (asked, socket, head) => void this.#upgrade(asked, socket, head));
  }

  static async open(): Promise<HashingProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new HashingProxy(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** From now on, requests go to the servers at these ports. */
  serve(ports: readonly number[]): Promise<void> {
    this.#ring = new Ring(ports);
    return Promise.resolve();
  }

  remove(): Promise<void> {
    for (const end of this.#ends) end.destroy();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  #keep(end: Duplex): void {
    this.#ends.add(end);
    end.on('error', () => end.destroy());
    end.on('close', () => this.#ends.delete(end));
  }

  /**
   * What the server makes of it that the room, which the address names, is on; without a room it goes by where the
   * request comes from. Null: nothing.
   */
  async #passed(asked: IncomingMessage, body: Buffer): Promise<Passed | null> {
    const { pathname, searchParams } = new URL(asked.url ?? '/', 'http://proxy');
    const key = searchParams.get(ROOM) ?? asked.socket.remoteAddress ?? '';
    const isPart = pathname.startsWith('/assets/');
    let missed: Passed | null = null;
    for (const port of this.#ring.order(key)) {
      if (!(await opens(port, searchParams.get('sid') ?? ''))) continue;
      const passed = await pass(asked, body, port);
      if (!isPart || (passed && !ELSEWHERE.has(passed.response.statusCode))) return passed;
      missed?.response.resume();
      missed = passed ?? missed;
    }
    return missed;
  }

  async #answer(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await buffer(asked).catch(() => null);
    if (body === null) return void answer.destroy();
    const passed = await this.#passed(asked, body);
    if (passed?.is !== 'answer') return void answer.writeHead(503).end();
    const { response } = passed;
    answer.writeHead(response.statusCode ?? 502, response.headers);
    pipeline(response, answer, () => undefined);
  }

  async #upgrade(asked: IncomingMessage, near: Duplex, first: Buffer): Promise<void> {
    const passed = await this.#passed(asked, Buffer.alloc(0));
    if (passed === null) return void near.end(NOBODY);
    const { response } = passed;
    const { statusCode: status = 502, rawHeaders } = response;
    const lines = rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('');
    near.write(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines}\r\n`);
    if (passed.is === 'answer') return void pipeline(response, near, () => undefined);
    const { line: far, head } = passed;
    this.#keep(far);
    if (near.destroyed) return void far.destroy();
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    far.write(first);
    near.write(head);
    near.pipe(far).pipe(near);
  }
}
