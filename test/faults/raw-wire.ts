import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { inRoom } from '#shared/room-address';

export const OP = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

interface FrameParts {
  readonly op: number;
  readonly final?: boolean;
  readonly reserved?: number;
  readonly masked?: boolean;
  /** What the header says about the length, if it lies. */
  readonly claims?: number | undefined;
}

/** A websocket frame as a client sends it (RFC 6455, 5.2), broken where the parts say so. */
export function frame(
  payload: Buffer,
  { op, final = true, reserved = 0, masked = true, claims }: FrameParts,
) {
  const length = claims ?? payload.length;
  const size = length <= 125 ? [length] : length <= 0xffff ? [126] : [127];
  const more = Buffer.alloc(size[0] === 126 ? 2 : size[0] === 127 ? 8 : 0);
  if (more.length === 2) more.writeUInt16BE(length);
  if (more.length === 8) more.writeBigUInt64BE(BigInt(length));
  const key = masked ? randomBytes(4) : Buffer.alloc(0);
  const body = masked ? Buffer.from(payload.map((byte, i) => byte ^ (key[i & 3] ?? 0))) : payload;
  const first = (final ? 0x80 : 0) | (reserved << 4) | op;
  return Buffer.concat([Buffer.from([first, (masked ? 0x80 : 0) | (size[0] ?? 0)]), more, key, body]);
}

export const textFrame = (text: string): Buffer => frame(Buffer.from(text), { op: OP.text });

const upgrade = (host: string, room: string, headers: Readonly<Record<string, string>>): string =>
  [
    `GET ${inRoom('/socket.io/', room)}&EIO=4&transport=websocket HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');

/** A TCP connection that says what it likes, and, once it is a websocket, what it has heard. */
export class RawWire {
  readonly heard: string[] = [];
  /** What came back before it was a websocket. */
  head = '';
  closed = false;
  readonly #socket: Socket;
  readonly #watchers = new Set<() => void>();
  #rest = Buffer.alloc(0);
  #upgraded = false;

  constructor(readonly url: URL) {
    this.#socket = connect(Number(url.port), url.hostname);
    this.#socket.on('data', (data) => this.#changed(() => this.#read(data)));
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => this.#changed(() => (this.closed = true)));
  }

  /** A websocket of Engine.IO's, whose address names the room with this code. */
  static upgraded(url: string, room: string, headers: Readonly<Record<string, string>> = {}): RawWire {
    const wire = new RawWire(new URL(url));
    wire.write(upgrade(wire.url.host, room, headers));
    return wire;
  }

  write(bytes: string | Buffer): void {
    if (!this.closed) this.#socket.write(bytes);
  }

  say(text: string): void {
    this.write(textFrame(text));
  }

  /** Resolves as soon as `holds`, or when the connection is gone. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds() && !this.closed) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** Sends our end of it, and waits for the other. */
  async end(): Promise<void> {
    this.#socket.end();
    await this.until(() => this.closed);
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** Reads nothing from now on. */
  deafen(): void {
    this.#socket.pause();
  }

  /** Reads on, and keeps nothing of it. */
  ignore(): void {
    this.#socket.removeAllListeners('data').resume();
  }

  /** Writes the same again and again, as fast as the other end takes it; resolves once it is closed, or `seconds` are over. */
  async flood(bytes: Buffer, seconds: number): Promise<void> {
    const end = performance.now() + seconds * 1_000;
    const over = new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    while (this.#socket.writable && performance.now() < end)
      await Promise.race([new Promise((resolve) => this.#socket.write(bytes, resolve)), over]);
    if (!this.#socket.writable) await this.until(() => this.closed);
  }

  #changed(change: () => void): void {
    change();
    for (const look of [...this.#watchers]) look();
  }

  #read(data: Buffer): void {
    if (!this.#upgraded) {
      this.head += data.toString('latin1');
      const end = this.head.indexOf('\r\n\r\n');
      if (!this.head.startsWith('HTTP/1.1 101') || end < 0) return;
      this.#upgraded = true;
      data = Buffer.from(this.head.slice(end + 4), 'latin1');
    }
    this.#rest = Buffer.concat([this.#rest, data]);
    while (this.#frame());
  }

  /** Takes one frame of the server's, which are neither masked nor fragmented. */
  #frame(): boolean {
    const [first = 0, short = 0] = this.#rest;
    const start = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (this.#rest.length < start) return false;
    const length =
      start === 4 ? this.#rest.readUInt16BE(2) : start === 10 ? Number(this.#rest.readBigUInt64BE(2)) : short;
    if (this.#rest.length < start + length) return false;
    const text = this.#rest.subarray(start, start + length).toString();
    this.#rest = this.#rest.subarray(start + length);
    if ((first & 15) === OP.close) this.#socket.end();
    else if (text === '2') this.say('3');
    else this.heard.push(text);
    return true;
  }
}
