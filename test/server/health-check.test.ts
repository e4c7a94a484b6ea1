import { afterEach, beforeEach, expect, it } from 'vitest';
import { selfSigned } from '../support/certificate';
import { healthCheck, runInImage } from '../support/dockerfile';
import { temporaryFolder } from '../support/folder';
import { startServer, type RunningServer } from '../support/server';

let server: RunningServer;
let own: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  own = temporaryFolder();
});

afterEach(async () => {
  await server.remove();
  own.remove();
});

const UNSET = { HOST: '', TLS_CERT: '', TLS_KEY: '' };

function withCertificate() {
  const { cert, key } = selfSigned(own.path);
  return { HOST: '', TLS_CERT: cert, TLS_KEY: key };
}

it.each([
  ['on all interfaces', () => UNSET],
  ['on another interface, a loopback address of its own', () => ({ ...UNSET, HOST: '127.0.0.2' })],
  ['with a certificate', withCertificate],
])(
  'the health check of the image says 0 for a server %s, and 1 once it is down',
  async (_what, variables) => {
    const env = variables();
    server = await startServer({ env });
    const check = () => runInImage(healthCheck, { ...env, PORT: String(server.port) });
    expect(await check()).toBe(0);
    await server.stop();
    expect(await check()).toBe(1);
  },
);
