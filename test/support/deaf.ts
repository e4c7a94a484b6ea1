import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Handshake } from '#shared/protocol';
import { inRoom } from '#shared/room-address';

/** How often it says that it is still there, ms. */
const BEAT = 200;

/** Opcodes of RFC 6455, 5.2, with the bit that says "final". */
const TEXT = 0x81;
const PING = 0x89;

/** A client's frame is masked (RFC 6455, 5.3); with a mask of zeros the text stays readable. */
function masked(opcode: number, text: string): Buffer {
  const payload = Buffer.from(text);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(payload.length);
  const size = payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, ...length];
  return Buffer.concat([Buffer.from([opcode, ...size, 0, 0, 0, 0]), payload]);
}

interface Given {
  readonly room: string;
  readonly answersPings: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A websocket client that comes in as `hello` says and then never reads again. */
export class Deaf {
  /** Resolves once the server has ended the connection. */
  readonly cutOff: Promise<void>;
  private readonly wire: Socket;

  private constructor(
    url: URL,
    private readonly hello: Handshake,
    room: string,
    headers: Readonly<Record<string, string>>,
  ) {
    this.wire = connect(Number(url.port), url.hostname);
    this.cutOff = new Promise((resolve) => {
      this.wire.on('error', () => resolve()).on('close', () => resolve());
    });
    const lines = {
      Host: url.host,
      Upgrade: 'websocket',
      Connection: 'Upgrade',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      'Sec-WebSocket-Version': '13',
      ...headers,
    };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
    this.wire.write(
      `GET ${inRoom('/socket.io/', room)}&EIO=4&transport=websocket HTTP/1.1\r\n${head.join('')}\r\n`,
    );
  }

  /**
   * Resolves once the server has let it in. `room`: the code that its address names. `answersPings`: it still says to the server's pings that it is there, as a
   * browser does whose page hangs.
   */
  static async open(
    url: string,
    hello: Handshake,
    { room, answersPings, headers = {} }: Given,
  ): Promise<Deaf> {
    const deaf = new Deaf(new URL(url), hello, room, headers);
    await deaf.letIn();
    deaf.wire.pause();
    const beat = setInterval(
      () => deaf.wire.write(answersPings ? masked(TEXT, '3') : masked(PING, '')),
      BEAT,
    );
    void deaf.cutOff.then(() => clearInterval(beat));
    return deaf;
  }

  close(): void {
    this.wire.destroy();
  }

  /** Engine.IO opens with `0{...}`, then Socket.IO lets in with `40{"sid"...}`. */
  private letIn(): Promise<void> {
    let heard = '';
    let asked = false;
    return new Promise((resolve, reject) => {
      this.wire.on('data', (data: Buffer) => {
        heard += data.toString('latin1');
        if (!asked && heard.includes('"pingInterval"')) {
          asked = true;
          this.wire.write(masked(TEXT, `40${JSON.stringify(this.hello)}`));
        }
        if (heard.includes('40{"sid"')) resolve();
        if (heard.includes('44{')) reject(new Error(heard.slice(heard.indexOf('44{'))));
      });
    });
  }
}
