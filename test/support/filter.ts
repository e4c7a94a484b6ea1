import {
  createServer,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * What a school's filter does to a websocket: lets it through; refuses it in words or by breaking the line; never
 * answers; or lets it open and then drops everything that it carries.
 */
export type Treatment = 'allow' | 'refuse' | 'reset' | 'hang' | 'swallow';

/** How somebody asked for a connection to the live server. */
type Asked = 'websocket' | 'polling';

const FORBIDDEN = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
const HEAD_ENDS = '\r\n\r\n';

/** What becomes of a request's headers on the way. */
type Rewrite = (headers: IncomingHttpHeaders) => IncomingHttpHeaders;

/** A school's filter between browsers and the server, on a port of its own. Plain requests go through; headers as `rewrite` has them. */
export class Filter {
  /** How connections were asked for, in their order; a poll of one that is there is not asking. */
  readonly asked: Asked[] = [];
  /** Addresses of everything that concerned the live server. */
  readonly addresses: string[] = [];
  readonly #lines = new Set<Duplex>();
  readonly #server = createServer((request, response) => this.#pass(request, response));

  private constructor(
    private readonly far: number,
    public treatment: Treatment,
    private readonly rewrite: Rewrite,
  ) {
    this.#server.on('upgrade', (request, near, head) => this.#upgrade(request, near, head));
  }

  static async to(
    port: number,
    treatment: Treatment,
    rewrite: Rewrite = (headers) => headers,
  ): Promise<Filter> {
    const filter = new Filter(port, treatment, rewrite);
    await new Promise<void>((resolve) => filter.#server.listen(0, '127.0.0.1', resolve));
    return filter;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async remove(): Promise<void> {
    for (const line of this.#lines) line.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(request: IncomingMessage, response: ServerResponse): void {
    const { method, url = '' } = request;
    const headers = this.rewrite(request.headers);
    if (url.startsWith('/socket.io/')) this.#note('polling', url);
    const onward = ask({ host: '127.0.0.1', port: this.far, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  #upgrade(request: IncomingMessage, near: Duplex, head: Buffer): void {
    this.#note('websocket', request.url ?? '');
    this.#keep(near);
    switch (this.treatment) {
      case 'refuse':
        return void near.end(FORBIDDEN);
      case 'reset':
        return void (near as Socket).resetAndDestroy();
      case 'hang':
        return;
      case 'swallow':
        return this.#openOnly(this.#asking(request), near);
      case 'allow': {
        const far = this.#asking(request);
        far.write(head);
        near.pipe(far).pipe(near);
        far.on('close', () => near.destroy());
        near.on('close', () => far.destroy());
      }
    }
  }

  /** A line to the server on which the browser's request for a websocket has been passed on. */
  #asking({ method = 'GET', url = '', headers }: IncomingMessage): Socket {
    const far = connect(this.far, '127.0.0.1');
    this.#keep(far);
    const lines = Object.entries(this.rewrite(headers)).map(([name, value]) => `${name}: ${String(value)}`);
    far.write([`${method} ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
    return far;
  }

  /** The server's "yes" goes through, and nothing after it. */
  #openOnly(far: Socket, near: Duplex): void {
    let heard = '';
    let opened = false;
    far.on('data', (data: Buffer) => {
      heard += data.toString('latin1');
      const end = heard.indexOf(HEAD_ENDS);
      if (opened || end < 0) return;
      opened = true;
      near.write(heard.slice(0, end + HEAD_ENDS.length), 'latin1');
    });
    near.resume();
  }

  #note(how: Asked, url: string): void {
    this.addresses.push(url);
    if (!new URL(url, 'http://trainoff').searchParams.has('sid')) this.asked.push(how);
  }

  #keep(line: Duplex): void {
    this.#lines.add(line);
    line.on('error', () => line.destroy());
    line.on('close', () => this.#lines.delete(line));
  }
}
