import { startWorker } from './server';

export type RunningWorker = ReturnType<typeof startWorker>;

/** The built worker as a process of its own, once it serves the queue that `env` tells it of. */
export async function servingWorker(env: Readonly<Record<string, string>>): Promise<RunningWorker> {
  const worker = startWorker(env);
  if (await worker.said(/Ctrl\+C ends it/)) return worker;
  throw new Error(`the worker ended before it served:\n${worker.output}`);
}

export const pause = ({ pid }: RunningWorker) => process.kill(pid, 'SIGSTOP');
export const resume = ({ pid }: RunningWorker) => process.kill(pid, 'SIGCONT');
