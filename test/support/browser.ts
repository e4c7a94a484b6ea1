import { request as plain, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { request as secure } from 'node:https';

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly bytes: Buffer;
  /** The body as JSON, or undefined when it is none. */
  readonly body: unknown;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a browser does over HTTP that matters here: it keeps cookies and says from which page a request comes. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly base: string,
    /** The page that it is on. */
    public origin = base,
  ) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Keeps what another one did, by its header. */
  take(cookie: string): void {
    for (const pair of cookie.split('; ')) {
      const [name = '', value = ''] = pair.split('=');
      this.cookies.set(name, value);
    }
  }

  get(path: string, headers: OutgoingHttpHeaders = {}): Promise<Answered> {
    return this.send('GET', path, headers);
  }

  post(path: string, body: unknown = {}, headers: OutgoingHttpHeaders = {}): Promise<Answered> {
    const json = { origin: this.origin, 'content-type': 'application/json', ...headers };
    return this.send('POST', path, json, JSON.stringify(body));
  }

  put(path: string, body: unknown): Promise<Answered> {
    const json = { origin: this.origin, 'content-type': 'application/json' };
    return this.send('PUT', path, json, JSON.stringify(body));
  }

  /** A header whose value is undefined is left out. */
  send(method: string, path: string, given: OutgoingHttpHeaders, body?: string | Buffer): Promise<Answered> {
    const all = { ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}), ...given };
    const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    const open = this.base.startsWith('https') ? secure : plain;
    return new Promise((resolve, reject) => {
      const options = { method, headers, rejectUnauthorized: false, agent: false };
      const sent = open(new URL(path, this.base), options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          this.#keep(response.headers['set-cookie'] ?? []);
          const bytes = Buffer.concat(parts);
          const text = bytes.toString();
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, text, bytes, body: asJson(text) });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
