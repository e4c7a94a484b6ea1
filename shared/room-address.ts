/**
 * The key under which the address of every socket, and of requests about a running session, names the room's code: a
 * proxy in front of several servers chooses one by it.
 */
export const ROOM = 'room';

/** An address that names the room with this code. */
export const inRoom = (path: string, code: string): string => `${path}?${ROOM}=${encodeURIComponent(code)}`;
