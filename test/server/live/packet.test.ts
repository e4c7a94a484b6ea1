import { describe, expect, test } from 'vitest';
import { Beginning, eventPacket, textFrame, type Packet } from '../../../server/live/sockets/packet';
import { frame, OP } from '../../faults/raw-wire';

/** What a websocket's end writes for a text, by another hand. */
const written = (text: string): Buffer => frame(Buffer.from(text), { op: OP.text, masked: false });

const isWritten = ({ options }: Packet, text: string): boolean =>
  options.wsPreEncodedFrame.length === 1 && written(text).equals(options.wsPreEncodedFrame[0] as Buffer);

/** Of payloads, around those at which a frame's header grows. */
const lengths = [0, 1, 54, 55, 56, 200, 32_760, 32_761, 32_762, 70_000];

describe('a frame that is encoded once', () => {
  test.each(lengths)(
    'of %d letters of two bytes is what a websocket writes, whatever its header',
    (length) => {
      const payload = `"${'è'.repeat(length)}"`;
      const packet = eventPacket('frame', payload);
      expect(packet.text).toBe(`2["frame",${payload}]`);
      expect(isWritten(packet, `4${packet.text}`)).toBe(true);
    },
  );

  test.each(lengths)('with a beginning of %d letters for many and an end for each is the same', (length) => {
    const start = `{"common":"${'à'.repeat(length)}",`;
    const beginning = new Beginning('frame', start);
    for (const end of ['"own":null}', '"own":"perché"}']) {
      const packet = beginning.ending(end);
      expect(packet.text).toBe(`2["frame",${start}${end}]`);
      expect(isWritten(packet, `4${packet.text}`)).toBe(true);
    }
  });

  test('is one for all who are told the same, and kept for no more than 32 different ends', () => {
    const beginning = new Beginning('frame', '{"common":null,"own":');
    const packets = [...Array(40).keys()].map((rank) => beginning.ending(`${rank}}`));
    for (const [rank, packet] of packets.entries())
      expect(beginning.ending(`${rank}}`) === packet).toBe(rank < 32);
  });

  test('of Engine.IO’s ping is three bytes', () => {
    expect([...textFrame('2')]).toEqual([0x81, 1, 0x32]);
  });
});
