import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#shared/protocol';
import type { DeviceId, Hash, SeatId } from '#shared/session/events';
import type { RoomHandle } from '../handle';

type NoEvents = Record<string, never>;

/** Who is at the other end of a socket. */
export type Person =
  | {
      readonly role: 'phone';
      readonly room: RoomHandle;
      readonly token: Hash;
      seat: SeatId | null;
      /** Where it comes from; for limits alone. */
      readonly network: string;
      /** What its browser's mark is called in this session; null: it brought none. */
      readonly device: DeviceId | null;
    }
  | { readonly role: 'screen'; readonly room: RoomHandle }
  | { readonly role: 'desk'; readonly room: RoomHandle; readonly signIn: string };

/**
 * `seated`: the socket counts as its seat's presence. `gap`: what it was told about its drafts, ms. `cut` ends the
 * connection at once.
 */
interface Kept {
  person: Person;
  cut: () => void;
  seated?: boolean;
  gap?: number;
}

export type LiveSocket = Socket<ClientToServer, ServerToClient, NoEvents, Kept>;
export type LiveServer = Server<ClientToServer, ServerToClient, NoEvents, Kept>;
