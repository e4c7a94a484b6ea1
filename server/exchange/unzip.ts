import { unzipSync, type UnzipFileInfo } from 'fflate';
import { err, ok, type Result } from '#shared/result';

/** Files in an archive. A package of a thousand items, each with two pictures, has 3,001. */
export const MOST_PARTS = 4_000;
/** Bytes of one of them, unpacked, and of all that are read together. */
export const LARGEST_PART = 8 * 1024 * 1024;
export const LARGEST_WHOLE = 24 * 1024 * 1024;

export type Parts = ReadonlyMap<string, Uint8Array>;

const NOTHING = new Uint8Array(0);

/** Why an archive is not unpacked; thrown out of the library's own loop. */
class Refused extends Error {
  constructor(readonly code: 'zip-bomb' | 'broken-zip') {
    super(code);
  }
}

/** A path inside the archive, or null if it leads out of it. */
function pathOf(name: string): string | null {
  const path = name.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  const leadsOut = path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..');
  return leadsOut || path === '' || path.includes('\0') ? null : path;
}

/** Takes down each file and says whether it is unpacked; no more is ever unpacked of one than it says it has. */
function gate(parts: Map<string, Uint8Array>, wanted: (path: string) => boolean) {
  let seen = 0;
  let whole = 0;
  return ({ name, size, originalSize }: UnzipFileInfo): boolean => {
    if (++seen > MOST_PARTS) throw new Refused('zip-bomb');
    const path = pathOf(name);
    if (path === null) throw new Refused('broken-zip');
    if (path.endsWith('/')) return false;
    parts.set(path, NOTHING);
    if (!wanted(path)) return false;
    whole += Math.max(size, originalSize);
    if (Math.max(size, originalSize) > LARGEST_PART || whole > LARGEST_WHOLE) throw new Refused('zip-bomb');
    return true;
  };
}

/**
 * The files of an archive by their paths; those that are not `wanted` are named and left empty. An archive in it is a
 * file like others: nobody looks inside. Refuses with `zip-bomb` what is too many or too much, with `broken-zip` what
 * cannot be unpacked or has paths that lead out of it.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (path: string) => boolean = () => true,
): Result<Parts, 'zip-bomb' | 'broken-zip'> {
  const parts = new Map<string, Uint8Array>();
  try {
    const unpacked = unzipSync(bytes, { filter: gate(parts, wanted) });
    for (const [name, part] of Object.entries(unpacked)) parts.set(pathOf(name) ?? name, part);
    return ok(parts);
  } catch (error) {
    return err(error instanceof Refused ? error.code : 'broken-zip');
  }
}
