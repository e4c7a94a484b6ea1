import { createServer } from 'node:net';

/** Below those that systems give to connections that go out, which could take one before its server does. */
const FIRST = 20_000;
const LAST = 32_000;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** A port on which nobody listens, for what has to know it before it is started. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor((LAST - FIRST) * Math.random());
    if (await isFree(port)) return port;
  }
}
