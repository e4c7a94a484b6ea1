import { existsSync, readFileSync } from 'node:fs';

const TABLE = '/proc/net/tcp';
const ESTABLISHED = '01';

/** How many lines are open to a port of this machine; NaN where the machine does not tell. */
function linesTo(port: number): number {
  if (!existsSync(TABLE)) return NaN;
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = readFileSync(TABLE, 'utf8').split('\n');
  return rows.map((row) => row.trim().split(/\s+/)).filter(isOpen(local)).length;
}

const isOpen =
  (local: string) =>
  ([, at, , state]: readonly string[]): boolean =>
    state === ESTABLISHED && (at?.endsWith(local) ?? false);

/**
 * Which of some servers a new line came to: the number of the one that has more of them once `dialled` has resolved;
 * null where the machine does not tell, or several have.
 */
export async function homeOf(
  ports: readonly number[],
  dialled: () => Promise<unknown>,
): Promise<number | null> {
  const before = ports.map(linesTo);
  await dialled();
  const more = ports.flatMap((port, at) => (linesTo(port) > (before[at] ?? NaN) ? [at] : []));
  return more.length === 1 ? (more[0] ?? null) : null;
}
