import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a database that breaks in the moment in which a server says `words` on it, as often as it is told to. */
export interface BreakingWay {
  readonly url: string;
  readonly breakNext: (times: number) => void;
  /** How often the words were said. */
  readonly said: () => number;
  readonly close: () => Promise<void>;
}

/** Opens one to the database at `url`. */
export async function breakingWay(url: string, words: string): Promise<BreakingWay> {
  const behind = new URL(url);
  const sockets = new Set<Socket>();
  let breaks = 0;
  let said = 0;
  const server = createServer((near) => {
    const far = connect(Number(behind.port), behind.hostname);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined));
    far.on('data', (bytes) => near.write(bytes)).on('close', () => near.destroy());
    near.on('close', () => far.destroy());
    near.on('data', (bytes) => {
      if (!bytes.includes(words)) return far.write(bytes);
      said += 1;
      if (breaks === 0) return far.write(bytes);
      breaks -= 1;
      return near.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const here = new URL(url);
  here.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: here.href,
    breakNext: (times) => {
      breaks = times;
    },
    said: () => said,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
