import { readdirSync, readFileSync } from 'node:fs';
import { cpuOf } from '../process';

/** The parts of an installation under load. */
export const parts = ['servers', 'database', 'proxy', 'phones'] as const;
export type Part = (typeof parts)[number];

/** What belongs to each part right now. */
export type Pids = () => Readonly<Record<Part, readonly number[]>>;

/** CPU of each part, ms. */
export type Used = Readonly<Record<Part, number>>;

interface Process {
  readonly pid: number;
  readonly name: string;
  readonly parent: number;
}

/** One line of /proc; null: it has ended. */
function processOf(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [open, close] = [stat.indexOf('('), stat.lastIndexOf(')')];
    return { pid, name: stat.slice(open + 1, close), parent: Number(stat.slice(close + 2).split(' ')[1]) };
  } catch {
    return null;
  }
}

/** Processes with this name that this one has started, and those that they have. */
export function startedHere(name: string): number[] {
  const numbers = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  const running = numbers.map((pid) => processOf(Number(pid))).filter((one) => one !== null);
  const named = running.filter((one) => one.name === name);
  const first = named.filter(({ parent }) => parent === process.pid).map(({ pid }) => pid);
  return named
    .filter(({ pid, parent }) => first.includes(pid) || first.includes(parent))
    .map(({ pid }) => pid);
}

/** What each part has used so far; a process that has just ended counts no more. */
export function usedBy(pids: Pids): Used {
  const now = pids();
  const sum = (part: Part) =>
    now[part].reduce((all, pid) => all + (processOf(pid) === null ? 0 : cpuOf(pid)), 0);
  return Object.fromEntries(parts.map((part) => [part, sum(part)])) as Record<Part, number>;
}

/** What was used between two looks. */
export const between = (before: Used, after: Used): Used =>
  Object.fromEntries(parts.map((part) => [part, after[part] - before[part]])) as Record<Part, number>;

/** The kernel's unit of CPU time in /proc, ms: USER_HZ is 100 on every Linux that Node runs on. */
const TICK = 10;

/** CPU time that all of this machine has used so far, whoever used it, ms. */
export function machineUsed(): number {
  const [, ...ticks] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]?.split(/\s+/) ?? [];
  // user, nice, system, then idle and waiting for a disk, which are no work, then interrupts and what a host took away.
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0, steal = 0] = ticks.map(Number);
  return (user + nice + system + irq + soft + steal) * TICK;
}
