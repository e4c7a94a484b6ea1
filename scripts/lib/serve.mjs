import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './paths.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the built server in this terminal until it ends, and returns its exit code. A Ctrl+C reaches both
 * processes by itself; a signal sent to us alone is passed on, and in both cases the server decides when to end.
 */
export async function serve() {
  const args = ['--enable-source-maps', 'dist/server/main.js'];
  const server = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal);
    });
  }
  const [code, signal] = await once(server, 'exit');
  return code ?? (signal === 'SIGINT' ? 130 : 1);
}
