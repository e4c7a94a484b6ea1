import { frame, OP, textFrame, type RawWire } from '../raw-wire';
import { enter, flood, knock, plenty, type Attack, type Round } from './attack';

/** Asks for answers and never reads one. */
const unread = (open: (target: Round['target']) => Promise<RawWire>, asked: Buffer): Attack => ({
  row: 1,
  play: async (round) => {
    const wire = await open(round.target);
    wire.deafen();
    return flood(wire, plenty(asked), round);
  },
});

const ping = frame(Buffer.alloc(120), { op: OP.ping });

export const pingsBeforeConnect = unread(knock, ping);
export const pings = unread(enter, ping);
export const acks = unread(enter, textFrame('420["x"]'));
