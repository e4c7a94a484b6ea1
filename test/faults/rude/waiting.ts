import { connect, type Socket } from 'node:net';
import { allClosed, enter, knock, openMany, type Attack, type End } from './attack';

/** How often it is looked whether a line is still there, ms. */
const LOOK = 500;

/** Beginnings that lead nowhere. */
const BEGINNINGS = ['', 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow', 'nonsense\r\n\r\n'];

/** A line whose own end stays open, whatever the other one does. */
function halfOpen(url: string, bytes: string): Socket {
  const { hostname, port } = new URL(url);
  const line = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  line.on('error', () => undefined).resume();
  line.write(bytes);
  return line;
}

/** Only a write tells that the other end is gone as a whole. */
async function gone(lines: readonly Socket[], seconds: number): Promise<End> {
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end && lines.some(({ destroyed }) => !destroyed)) {
    await new Promise((resolve) => setTimeout(resolve, LOOK));
    for (const line of lines) if (!line.destroyed) line.write('x');
  }
  const all = lines.every(({ destroyed }) => destroyed);
  for (const line of lines) line.destroy();
  return all ? 'cut off' : 'kept';
}

/** Lines that begin something, are told to go, and stay. */
export const halfOpenLines: Attack = {
  row: 7,
  many: { short: 60, long: 500 },
  takes: 20,
  play: ({ target, many, seconds }) => {
    const line = (_: unknown, i: number) => halfOpen(target.url, BEGINNINGS[i % BEGINNINGS.length] ?? '');
    return gone(Array.from({ length: many }, line), seconds);
  },
};

/** Websockets over which nobody says who they are. */
export const silent: Attack = {
  row: 7,
  many: { short: 60, long: 500 },
  takes: 45,
  play: async ({ target, many, seconds }) => {
    const wires = await openMany(many, () => knock(target));
    return allClosed(wires, seconds);
  },
};

/** Phones in the lobby that never take a seat. */
export const lobby: Attack = {
  row: 7,
  many: { short: 100, long: 2_000 },
  takes: 75,
  play: async ({ target, many, seconds }) => {
    const wires = await openMany(many, () => enter(target));
    return allClosed(wires, seconds);
  },
};
