import { inRoom } from '#shared/room-address';
import { Browser, type Answered } from './browser';

/** Long polling by hand, as a program does it that keeps to no rule; each request on a line of its own. */
export class Poller {
  readonly #browser: Browser;
  readonly #path: string;

  constructor(
    url: string,
    room: string,
    /** The connection's id, once it is open. */
    readonly id: string | null = null,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    this.#browser = new Browser(url);
    const opened = id === null ? '' : `&sid=${id}`;
    this.#path = `${inRoom('/socket.io/', room)}&EIO=4&transport=polling${opened}`;
  }

  /** Opens a connection that has not said who it is. */
  static async open(url: string, room: string, headers: Readonly<Record<string, string>> = {}) {
    const { body, text } = await new Poller(url, room, null, headers).hear();
    if (body !== undefined) throw new Error(`polling may not be opened: ${text}`);
    return new Poller(url, room, (JSON.parse(text.slice(1)) as { sid: string }).sid, headers);
  }

  /** One poll: what the server has to say, as soon as there is something. `more` goes into the address. */
  hear(more = '', headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    return this.#browser.get(`${this.#path}${more}`, { ...this.headers, ...headers });
  }

  say(packets: string): Promise<Answered> {
    return this.#browser.send('POST', this.#path, { ...this.headers, 'content-type': 'text/plain' }, packets);
  }
}
