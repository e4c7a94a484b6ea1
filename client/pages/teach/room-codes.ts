import { inRoom } from '#shared/room-address';
import { kept } from '../../live/kept';

interface Coded {
  readonly id: string;
  readonly code: string;
}

/** The codes of sessions, as far as this page has been told them. */
const codes = new Map<string, string>();

/** Remembers under which code a session runs, or ran. */
export const learnCode = ({ id, code }: Coded): void => void codes.set(id, code);

const REHEARSAL = 'rehearsal';

/**
 * Remembers the same of the rehearsal that was begun here, also after this page: it stands in no database, and is known to
 * one server alone.
 */
export function keepRehearsal({ id, code }: Coded): void {
  kept.write(REHEARSAL, `${code} ${id}`);
}

function rehearsal(): Coded | null {
  const [, code, id] = /^(\d{6}) (\S+)$/.exec(kept.read(REHEARSAL) ?? '') ?? [];
  return code !== undefined && id !== undefined ? { id, code } : null;
}

function codeOf(session: string): string | null {
  const begun = rehearsal();
  return codes.get(session) ?? (begun?.id === session ? begun.code : null);
}

/** A path of the session's, naming its room where that is known: a proxy chooses the room's server by it. */
export function about(session: string, rest: string): string {
  const path = `/api/sessions/${encodeURIComponent(session)}${rest}`;
  const code = codeOf(session);
  return code === null ? path : inRoom(path, code);
}

const REHEARSALS = '/api/rehearsals';

/** Where the teacher's rehearsals are asked for. */
export function rehearsalsPath(): string {
  const begun = rehearsal();
  return begun ? inRoom(REHEARSALS, begun.code) : REHEARSALS;
}

/** Where one begins, under a code that is likely to be free: so it begins on the server that its room is then sought on. */
export const newRehearsalPath = (): string =>
  inRoom(REHEARSALS, String(100_000 + Math.floor(900_000 * Math.random())));
