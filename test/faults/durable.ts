import type { Call } from './trace';

/** An answer that its phone saw acked: the command's id, and the seq that the ack named. */
export interface AckedAnswer {
  readonly id: string;
  readonly seq: number;
}

const writes = new Set(['pwrite64', 'write', 'writev', 'sendto', 'sendmsg']);
const syncs = new Set(['fsync', 'fdatasync']);

const inWal = ({ file }: Call) => file.endsWith('/log.db-wal');

/** A commit in the log's WAL: its pages, and the line at which the last of them was written. */
interface Commit {
  readonly pages: Buffer;
  readonly written: number;
}

/** A frame's header in SQLite's WAL: 24 bytes; bytes 4 to 7 are not 0 in the last frame of a commit alone. */
const HEADER = 24;
const isLast = (header: Buffer): boolean => header.readUInt32BE(4) !== 0;

function commitsOf(calls: readonly Call[]): Commit[] {
  const commits: Commit[] = [];
  let pages: Buffer[] = [];
  let last = false;
  for (const call of calls) {
    if (!inWal(call) || !writes.has(call.name)) continue;
    if (call.data.length === HEADER) last = isLast(call.data);
    else pages.push(call.data);
    if (call.data.length === HEADER || !last) continue;
    commits.push({ pages: Buffer.concat(pages), written: call.ended });
    [pages, last] = [[], false];
  }
  return commits;
}

/**
 * How many acks were written to a socket after the fsync of their commit.
 *
 * Order is proof here. An ack carries its event's seq and no two events of a session share one, so the first socket
 * write with that ack is the moment at which the server promised. A command's id is random and stands in the
 * event's row, so the first commit whose pages hold it is the one that stored the answer. The tracer stops a
 * thread on its way into and out of a call and writes its line then; a call whose end stands above another's
 * begin was over before the other one started, whatever threads they ran on. So "write of the commit's last frame
 * ended, then fsync of the same file began and ended well, then the socket write began" cannot be an accident of
 * the tracing. A longer string than strace kept only hides evidence: it can make a good ack fail, never a bad one
 * pass.
 */
export function preceded(calls: readonly Call[], answers: readonly AckedAnswer[]): number {
  const commits = commitsOf(calls);
  const synced = (from: number): number =>
    calls.find((call) => syncs.has(call.name) && inWal(call) && call.begun > from && call.returned === 0)
      ?.ended ?? Infinity;
  const promised = (seq: number): number =>
    calls.find(
      ({ name, file, data }) =>
        writes.has(name) && file.startsWith('socket:') && data.includes(`[{"ok":true,"seq":${seq},"own"`),
    )?.begun ?? -Infinity;
  return answers.filter(({ id, seq }) => {
    const commit = commits.find(({ pages }) => pages.includes(id));
    return commit !== undefined && synced(commit.written) < promised(seq);
  }).length;
}
