import { readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** The processes that this one has started, by their ids; none where the machine does not tell. */
export const childrenOfThis = (): number[] =>
  read(`/proc/${process.pid}/task/${process.pid}/children`).split(' ').filter(Boolean).map(Number);

/** The most memory that a process has held so far, MB; 0 where the machine does not tell. */
export const peakOf = (pid: number): number =>
  Number(/^VmHWM:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1_024;

/** Looks now and then; ends with the most that any process that this one started has held meanwhile, MB. */
export function watchChildren(): () => number {
  let most = 0;
  const look = () => (most = Math.max(most, ...childrenOfThis().map(peakOf)));
  const watching = setInterval(look, 10);
  return () => {
    look();
    clearInterval(watching);
    return most;
  };
}
