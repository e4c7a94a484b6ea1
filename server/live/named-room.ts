import { ROOM } from '#shared/room-address';

/** The name of one part of a query, as the most generous reader takes it. */
function nameOf(part: string): string {
  const name = part.split('=', 1)[0] ?? '';
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name;
  }
}

const PLAIN = /^\w+$/;

/**
 * The room that a request's address names, null: none, or not for everybody the same one. Proxies choose a server by it, and
 * differ in which of two names they take, in what parts a query, and in whether they decode it: only what all of them read
 * alike counts.
 */
export function roomNamed(url = ''): string | null {
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  const named = query.split(/[&;]/).filter((part) => nameOf(part) === ROOM);
  const [only = ''] = named;
  const room = only.slice(ROOM.length + 1);
  const isSame = named.length === 1 && only === `${ROOM}=${room}` && PLAIN.test(room) && !url.includes('#');
  return isSame ? room : null;
}
