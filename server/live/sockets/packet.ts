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

/** Engine.IO's `4` (message) and Socket.IO's `2` (event), then a name and a payload that is JSON already. */
export function eventPacket(event: string, payload: string): Packet {
  const text = `2["${event}",${payload}]`;
  return { text, options: { compress: false, wsPreEncodedFrame: [textFrame(`4${text}`)] } };
}

/** Header and payload in one piece: one write for each connection. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
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
  frame.write(text, header);
  return frame;
}
