import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Named {
  readonly name: string;
  readonly port: number;
  /** It takes nothing new, and says so. */
  standsBack: boolean;
  /** It takes what is said, and never answers. */
  standsStill: boolean;
  /** The files that it lacks. */
  readonly lacks: Set<string>;
  /** The ids of its connections. */
  readonly lines: Set<string>;
  kill(): Promise<void>;
  start(): Promise<void>;
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));

/** A server that says nothing but its name and what it was asked: to be told which one a proxy chooses. */
async function startNamed(name: string): Promise<Named> {
  let server = createServer();
  const named = {
    name,
    standsBack: false,
    standsStill: false,
    lines: new Set<string>(),
    lacks: new Set<string>(),
  };
  const begin = async (port: number) => {
    server = createServer((asked, answer) => {
      if (named.standsStill) return;
      const { pathname, searchParams } = new URL(asked.url ?? '/', 'http://server');
      const sid = searchParams.get('sid') ?? '';
      const refusal = sid === '' ? named.standsBack && 503 : !named.lines.has(sid) && 404;
      const status = named.lacks.has(pathname) ? 404 : refusal || 200;
      answer.writeHead(status, { 'content-type': 'application/json' });
      const { method, headers } = asked;
      answer.end(JSON.stringify(pathname === '/doorz' ? {} : { name, method, headers }));
    });
    await listening(server, port);
  };
  await begin(0);
  const { port } = server.address() as AddressInfo;
  const kill = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(named, { port, kill, start: () => begin(port) });
}

export const startNamedServers = (count: number): Promise<Named[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => startNamed(`server-${'abcdefgh'.charAt(at)}`)));

export type NamedServer = Named;
