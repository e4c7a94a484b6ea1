import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { err, ok, type Result } from '#shared/result';
import { readEnv, type Env } from './env';

/** Somebody who supervises the server waits no longer, ms. */
const PATIENCE = 2_000;

/** How a server that listens to all interfaces is reached from its own computer. */
const REACHED: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Where the server that has this environment answers: the certificate is another name's, and it is our own. */
function addressOf({ host, port, tls }: Env) {
  const hostname = host === null ? '127.0.0.1' : (REACHED[host] ?? host);
  return { hostname, port, ask: tls === null ? plain : secure, where: `${hostname} port ${port}` };
}

/** Whether a server with this environment answers on this computer; the error is one sentence. */
function look(env: Env): Promise<Result<null, string>> {
  const { hostname, port, ask, where } = addressOf(env);
  return new Promise((resolve) => {
    const asked = ask(
      { hostname, port, path: '/healthz', timeout: PATIENCE, rejectUnauthorized: false, agent: false },
      ({ statusCode = 0 }) =>
        resolve(statusCode === 200 ? ok(null) : err(`The server at ${where} answers ${statusCode}.`)),
    );
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${PATIENCE} ms`)));
    asked.on('error', (error) => resolve(err(`No server answers at ${where} (${error.message}).`)));
    asked.end();
  });
}

/** `node dist/server/health.js`: 0 if the server that has this environment answers, else 1 and one sentence. */
async function check(): Promise<Result<null, string>> {
  const env = readEnv(process.env);
  if (!env.ok) return env;
  return env.value.port === 0 ? err('PORT=0 is a port that only the server knows.') : look(env.value);
}

const checked = await check();
if (!checked.ok) process.stderr.write(`${checked.error}\n`);
process.exit(checked.ok ? 0 : 1);
