import { createServer, type Server } from 'node:http';
import { err, ok, type Result } from '#shared/result';
import type { Env } from '../env';
import { whyNotListening } from '../listening';
import { unmeasured, type Metrics } from './port';
import { measure, type Identity, type Measured } from './prometheus';

/** Who is not told otherwise by HOST shows its figures to its own computer alone. */
const LOOPBACK = '127.0.0.1';

/** Several programs may look; nobody needs more lines than this. */
const MOST_LINES = 20;

/** What `METRICS_PORT` opens, for as long as the process lives. */
export interface OpenMetrics {
  readonly metrics: Metrics;
  /** The port in use; null: nothing is measured. */
  readonly port: number | null;
}

function pageOf({ page, contentType }: Measured): Server {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    page().then(
      (text) => response.writeHead(200, { 'content-type': contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.maxConnections = MOST_LINES;
  return server;
}

function listen(server: Server, port: number, host: string): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    server.once('error', (error) =>
      resolve(err(whyNotListening(error, { port, host, name: 'METRICS_PORT' }))),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(ok(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/**
 * With METRICS_PORT: measures this process and answers `GET /metrics` there, on HOST or else on loopback alone. Without
 * it nothing is loaded and nothing measured. The error is one sentence for the person who started the process.
 */
export async function openMetrics(
  { metricsPort, host }: Pick<Env, 'metricsPort' | 'host'>,
  identity: Identity,
): Promise<Result<OpenMetrics, string>> {
  if (metricsPort === null) return ok({ metrics: unmeasured, port: null });
  const measured = measure(await import('@platformatic/prom-client'), identity);
  const server = pageOf(measured);
  const listening = await listen(server, metricsPort, host ?? LOOPBACK);
  if (!listening.ok) {
    measured.stop();
    return listening;
  }
  const end = async () => {
    measured.stop();
    await close(server);
  };
  return ok({ metrics: { ...measured, close: end }, port: listening.value });
}
