import { inRoom } from '#shared/room-address';

/** The codes of sessions, as far as this page has been told them. */
const codes = new Map<string, string>();

/** Remembers under which code a session runs, or ran. */
export function learnCode({ id, code }: { readonly id: string; readonly code: string }): void {
  codes.set(id, code);
}

/** A path of the session's, naming its room where that is known: a proxy chooses the room's server by it. */
export function about(session: string, rest: string): string {
  const path = `/api/sessions/${encodeURIComponent(session)}${rest}`;
  const code = codes.get(session);
  return code === undefined ? path : inRoom(path, code);
}
