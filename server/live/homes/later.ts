import type { Channel } from '../channel';

/** A channel that drops what is sent before anybody could be connected. */
export function later(channel: () => Channel | null): Channel {
  return {
    greet: (connection, greeting) => channel()?.greet(connection, greeting),
    toRoom: (role, frame) => channel()?.toRoom(role, frame),
    toSeat: (seat, frame, except) => channel()?.toSeat(seat, frame, except),
    pulse: (pulse) => channel()?.pulse(pulse),
    roster: (roster) => channel()?.roster(roster),
    dismiss: (seat, code) => channel()?.dismiss(seat, code),
    dismissAll: (code) => channel()?.dismissAll(code),
  };
}
