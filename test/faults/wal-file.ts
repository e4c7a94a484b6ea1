/** SQLite's WAL, as its file format defines it: a header, then frames of 24 bytes and a page; all numbers big-endian. */
const HEADER = 32;
const FRAME_HEADER = 24;

/** A commit in a WAL: where its last frame ends, and the pages that it wrote. */
export interface WalCommit {
  readonly end: number;
  readonly pages: Buffer;
}

/** The commits that a WAL holds since it was last started from the front. (SQLite checks the sums as well.) */
export function commitsIn(wal: Buffer): WalCommit[] {
  const size = FRAME_HEADER + wal.readUInt32BE(8);
  const salts = wal.subarray(16, 24);
  const commits: WalCommit[] = [];
  let pages: Buffer[] = [];
  for (let at = HEADER; at + size <= wal.length; at += size) {
    if (!wal.subarray(at + 8, at + 16).equals(salts)) break;
    pages.push(wal.subarray(at + FRAME_HEADER, at + size));
    // The size of the file after a commit, in its last frame alone.
    if (wal.readUInt32BE(at + 4) === 0) continue;
    commits.push({ end: at + size, pages: Buffer.concat(pages) });
    pages = [];
  }
  return commits;
}
