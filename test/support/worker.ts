import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SERVER_FLAGS } from '../../scripts/lib/server-flags.mjs';

const UNSET = { DATABASE_URL: '', REDIS_URL: '', JOBS: '' };

/** The built worker as a process of its own, which `env` tells where its queue is. */
export function runWorker(env: Readonly<Record<string, string>>) {
  const args = [...SERVER_FLAGS, 'dist/server/worker-main.js'];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...UNSET, ...env } });
  // A runner that gives up in the middle of a test must not leave it behind.
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);
  let output = '';
  let look: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      look();
    });
  const ended = once(child, 'close').then(([code]) => {
    process.off('exit', orphaned);
    look();
    return { code: code as number | null, output };
  });
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    ended,
    output: () => output,
    pid: child.pid ?? NaN,
    /** Resolves once it has said that; rejects if it ends before. */
    said: (what: RegExp): Promise<void> =>
      new Promise((resolve, reject) => {
        look = () => {
          if (what.test(output)) resolve();
          else if (child.exitCode !== null || child.signalCode !== null)
            reject(new Error(`the worker ended without saying ${what.source}:\n${output}`));
        };
        look();
      }),
    /** Pulls the plug. */
    kill: () => end('SIGKILL'),
    stop: (signal: NodeJS.Signals = 'SIGTERM') => end(signal),
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
  };
}

export type RunningWorker = ReturnType<typeof runWorker>;

/** The same, once it serves. */
export async function startWorker(env: Readonly<Record<string, string>>): Promise<RunningWorker> {
  const worker = runWorker(env);
  await worker.said(/Ctrl\+C ends it/);
  return worker;
}
