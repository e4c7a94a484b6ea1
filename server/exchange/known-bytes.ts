import { Gunzip } from 'fflate';
import type { Refusal } from '#shared/exchange/report';

export interface Refused {
  readonly refused: Refusal;
  readonly what?: string;
}

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const picture: Refused = { refused: 'picture' };

/** How files begin that are no text, and at which byte (as `file` and browsers tell them). */
const BEGINNINGS: readonly (readonly [number, string, Refused])[] = [
  [0, '%PDF-', { refused: 'pdf' }],
  [0, '\x89PNG\r\n\x1A\n', picture],
  [0, '\xFF\xD8\xFF', picture],
  [0, 'GIF8', picture],
  [0, 'II*\0', picture],
  [0, 'MM\0*', picture],
  [6, '\0\0\0\0', picture],
  [8, 'WEBP', picture],
  [4, 'ftyphei', picture],
  [4, 'ftypavif', picture],
  [0, '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', { refused: 'old-office' }],
  [0, '{\\rtf', { refused: 'unknown-format', what: 'RTF' }],
  [0, '7z\xBC\xAF\x27\x1C', { refused: 'plain-zip', what: '7z' }],
  [0, 'Rar!\x1A\x07', { refused: 'plain-zip', what: 'rar' }],
  [0, 'SQLite format 3\0', { refused: 'unknown-format', what: 'SQLite' }],
];

/** A file of an archive, an archive without one, a part of one. */
const ZIPS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

/** Bytes of a packed file that are unpacked to see what it is. */
const LOOKED_AT = 64 * 1024;

/** The first bytes of what is packed with gzip. */
function firstUnpacked(bytes: Uint8Array): string {
  let found = '';
  try {
    const gunzip = new Gunzip((chunk) => {
      if (found.length < LOOKED_AT)
        for (let i = 0; i < Math.min(chunk.length, LOOKED_AT); i += 1_024)
          found += latin(chunk, i, i + 1_024);
    });
    gunzip.push(bytes.subarray(0, LOOKED_AT));
  } catch {
    return found;
  }
  return found;
}

/** A course backup of Moodle is a tar, packed; its list of files, or the backup's own description, is the first. */
const gzipped = (name: string, bytes: Uint8Array): Refused =>
  /\.mbz$/i.test(name) || /moodle_backup\.xml|\.ARCHIVE_INDEX/.test(firstUnpacked(bytes))
    ? { refused: 'course-backup' }
    : { refused: 'plain-zip', what: 'gzip' };

/** What a file is that is no text, by its first bytes: an archive, something refused by name, or null for the rest. */
export function knownBytes(name: string, bytes: Uint8Array): 'zip' | Refused | null {
  const head = latin(bytes, 0, 32);
  if (ZIPS.some((zip) => head.startsWith(zip))) return 'zip';
  if (head.startsWith('\x1F\x8B')) return gzipped(name, bytes);
  const isSure = (beginning: string) => !/^\0+$/.test(beginning) || head.startsWith('BM');
  const known = BEGINNINGS.find(([at, beginning]) => head.startsWith(beginning, at) && isSure(beginning));
  return known?.[2] ?? null;
}
