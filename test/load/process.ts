import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export interface Launched {
  readonly pid: number;
  /** What `ready` found in the output. */
  readonly found: RegExpExecArray;
  /** Everything that it has said so far. */
  readonly output: () => string;
  /** Ends it in good order and waits until it is gone. */
  readonly stop: () => Promise<void>;
}

/** Starts a program and resolves once its output says that it is ready. */
export async function launch(
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Launched> {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  let output = '';
  const found = await new Promise<RegExpExecArray | null>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const match = ready.exec(output);
        if (match) resolve(match);
      });
    closed.then(
      () => resolve(null),
      () => resolve(null),
    );
  });
  if (!found || child.pid === undefined) throw new Error(`${program} ended before it was ready:\n${output}`);
  const stop = async () => {
    child.kill('SIGTERM');
    await closed;
  };
  return { pid: child.pid, found, output: () => output, stop };
}

/** The kernel's unit of CPU time in /proc, ms: USER_HZ is 100 on every Linux that Node runs on. */
const TICK = 10;

/** CPU time that a process has used, all threads, user and system, ms. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold anything; after it come state (field 3) ... utime (14), stime (15).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

/** Memory of a process, kB: now, and at its peak. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const line = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN);
  return { now: line('VmRSS'), peak: line('VmHWM') };
}
