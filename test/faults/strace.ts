import { spawnSync } from 'node:child_process';

const runs = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0;

/** Whether strace is here; on Debian, as root, it is installed first where it is missing. */
export function findStrace(): boolean {
  if (runs('strace', '--version')) return true;
  if (process.getuid?.() !== 0 || !runs('apt-get', '--version')) return false;
  process.stdout.write('strace is missing: installing it with apt-get ...\n');
  runs('apt-get', 'update', '-q');
  runs('apt-get', 'install', '-y', '-q', 'strace');
  return runs('strace', '--version');
}

/** The longest frame that is kept whole; a page of the log has 4,096 bytes. */
const LONGEST = 16_384;

/**
 * The command in front of `node script` that writes what goes to disk and sockets into `file`. -D keeps the server
 * our own child, so that signals reach it and not the tracer; --seccomp-bpf stops it at these calls alone.
 */
export const straceInto = (file: string): readonly string[] => [
  'strace',
  ...['-D', '-f', '-tt', '-T', '-y', '-xx', '--seccomp-bpf', '-s', String(LONGEST)],
  ...['-e', 'trace=fdatasync,fsync,pwrite64,write,writev,sendto,sendmsg', '-o', file],
  process.execPath,
];

/** The command in front of `node script` whose every sync of a file takes `ms` longer, as on a slower disk. */
export const slowingSyncs = (ms: number): readonly string[] => [
  'strace',
  ...['-D', '-f', '-qq', '--seccomp-bpf', '-e', 'trace=fdatasync,fsync', '-o', '/dev/null'],
  ...['-e', `inject=fdatasync,fsync:delay_exit=${ms * 1_000}`],
];
