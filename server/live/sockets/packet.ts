/** A text frame, not masked, final: RFC 6455, 5.2. */
const FINAL_TEXT = 0x81;
/** Up to this length, the length stands in the second byte; up to 16 bits in the two after it, else in eight. */
const SHORT = 125;
const MEDIUM = 0xffff;

/** An event as it goes over a websocket, encoded once for however many connections. */
export interface Packet {
  /** As Engine.IO would encode it, for a transport that cannot take a frame. */
  readonly text: string;
  /** What Engine.IO's transport writes instead, as it is. */
  readonly options: { readonly compress: boolean; readonly wsPreEncodedFrame: readonly Buffer[] };
}

export const preEncoded = (frame: Buffer): Packet['options'] => ({
  compress: false,
  wsPreEncodedFrame: [frame],
});

/** Engine.IO's `4` (message) and Socket.IO's `2` (event), then a name and a payload that is JSON already. */
export function eventPacket(event: string, payload: string): Packet {
  const text = `2["${event}",${payload}]`;
  return { text, options: preEncoded(textFrame(`4${text}`)) };
}

/** How many ends are kept: where more differ, each is somebody's own. */
const MOST_ENDS = 32;

/** The beginning of an event's payload, encoded once for many who each get an end; those with the same get one packet. */
export class Beginning {
  private readonly encoded: Buffer;
  private readonly text: string;
  private readonly ended = new Map<string, Packet>();

  constructor(
    event: string,
    readonly payload: string,
  ) {
    this.text = `2["${event}",${payload}`;
    this.encoded = Buffer.from(`4${this.text}`);
  }

  ending(payload: string): Packet {
    const known = this.ended.get(payload);
    if (known) return known;
    const packet = this.made(payload);
    if (this.ended.size < MOST_ENDS) this.ended.set(payload, packet);
    return packet;
  }

  private made(payload: string): Packet {
    const end = `${payload}]`;
    const { frame, header } = headed(this.encoded.length + Buffer.byteLength(end));
    this.encoded.copy(frame, header);
    frame.write(end, header + this.encoded.length);
    return { text: this.text + end, options: preEncoded(frame) };
  }
}

/** Header and payload in one piece: one write for each connection. */
export function textFrame(text: string): Buffer {
  const { frame, header } = headed(Buffer.byteLength(text));
  frame.write(text, header);
  return frame;
}

/** A frame with room for a payload of so many bytes, which begins after the header. */
function headed(length: number): { readonly frame: Buffer; readonly header: number } {
  const header = length <= SHORT ? 2 : length <= MEDIUM ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = FINAL_TEXT;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  return { frame, header };
}
