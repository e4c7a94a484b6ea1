import { describe, expect, it } from 'vitest';
import { preceded } from './durable';
import { parseTrace } from './trace';

const hex = (text: string | Buffer) =>
  [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');

const WAL = hex('/data/log.db-wal');
const SOCKET = hex('socket:[77]');

/** Bytes 4 to 7 hold the size of the file after the commit in its last frame, else 0. */
const header = (last: boolean) =>
  Buffer.from([0, 0, 0, 2, 0, 0, 0, last ? 9 : 0, ...Array<number>(16).fill(7)]);
const write = (data: string | Buffer) =>
  `11 10:00:00.000001 pwrite64(9<${WAL}>, "${hex(data)}", 1, 2) = 1 <0.0>`;
const commit = (id: string) => [
  write(header(false)),
  write(`row ${id}`),
  write(header(true)),
  write('index'),
];
const sync = `11 10:00:00.000002 fdatasync(9<${WAL}>) = 0 <0.004>`;
const syncBegins = `11 10:00:00.000002 fdatasync(9<${WAL}> <unfinished ...>`;
const syncEnds = '11 10:00:00.000003 <... fdatasync resumed>) = 0 <0.004>';
const ack = (seq: number) =>
  `10 10:00:00.000004 writev(31<${SOCKET}>, [{iov_base="${hex(`430[{"ok":true,"seq":${seq},"own":{}}]`)}"}], 1) = 30 <0.0>`;

const answer = { id: 'a-random-id', seq: 12 };
const good = (...lines: string[]) => preceded(parseTrace(lines.join('\n')), [answer]);

describe('an ack is preceded by the fsync of its commit', () => {
  it('if the commit was written, then synced, then acked', () => {
    expect(good(...commit(answer.id), sync, ack(12))).toBe(1);
    expect(good(...commit(answer.id), syncBegins, syncEnds, ack(12))).toBe(1);
  });

  it('and not if the ack is written while the sync is still under way', () => {
    expect(good(...commit(answer.id), syncBegins, ack(12), syncEnds)).toBe(0);
  });

  it('nor if the sync was over before the last frame of the commit, was of another commit, or failed', () => {
    const [first = '', row = '', ...rest] = commit(answer.id);
    expect(good(first, row, sync, ...rest, ack(12))).toBe(0);
    expect(good(...commit('another-id'), sync, ...commit(answer.id), ack(12))).toBe(0);
    expect(good(...commit(answer.id), sync.replace('= 0', '= -1 EIO (Input/output error)'), ack(12))).toBe(0);
  });

  it('nor if any of the three is not in the trace', () => {
    expect(good(sync, ack(12))).toBe(0);
    expect(good(...commit(answer.id), ack(12))).toBe(0);
    expect(good(...commit(answer.id), sync, ack(13))).toBe(0);
  });
});
