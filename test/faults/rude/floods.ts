import { frame, OP, textFrame } from '../raw-wire';
import { enter, flood, plenty, type Attack } from './attack';

/** Sends the same tiny thing as fast as it can, over so many connections, and reads what comes back. */
const flooding = (packet: Buffer, connections = 1): Attack => ({
  row: 2,
  play: async (round) => {
    const wires = await Promise.all(Array.from({ length: connections }, () => enter(round.target)));
    for (const wire of wires) wire.ignore();
    const ends = await Promise.all(wires.map((wire) => flood(wire, plenty(packet), round)));
    return ends.every((end) => end === 'cut off') ? 'cut off' : 'kept';
  },
});

const request = { type: 'submit', step: 0, submission: 1 };

export const events = flooding(textFrame('42["x"]'));
export const eventsOfFour = flooding(textFrame('42["x"]'), 4);
export const probes = flooding(textFrame('420["probe"]'));
export const commands = flooding(
  textFrame(`420["command",${JSON.stringify({ id: 'the-one-id', request })}]`),
);
export const emptyPings = flooding(frame(Buffer.alloc(0), { op: OP.ping }));
