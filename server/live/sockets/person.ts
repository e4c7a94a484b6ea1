import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#shared/protocol';
import type { Hash, SeatId } from '#shared/session/events';
import type { Room } from '../room';

type NoEvents = Record<string, never>;

/** Who is at the other end of a socket. */
export type Person =
  | {
      readonly role: 'phone';
      readonly room: Room;
      readonly token: Hash;
      seat: SeatId | null;
      /** Where it comes from; for limits alone. */
      readonly network: string;
    }
  | { readonly role: 'screen'; readonly room: Room }
  | { readonly role: 'desk'; readonly room: Room; readonly cookie: string | undefined };

/**
 * `seated`: the socket counts as its seat's presence. `slow`: it was cut off because it did not read. `gap`: what it
 * was told about its drafts, ms.
 */
interface Kept {
  person: Person;
  seated?: boolean;
  slow?: boolean;
  gap?: number;
}

export type LiveSocket = Socket<ClientToServer, ServerToClient, NoEvents, Kept>;
export type LiveServer = Server<ClientToServer, ServerToClient, NoEvents, Kept>;
