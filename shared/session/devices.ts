import type { ErrorCode } from '../errors';
import type { DeviceId, Origin, SeatId } from './events';
import { awaitedOf } from './ledger/jobs';
import type { Seat, SessionState, StepLedger } from './state';

/** So many seats of a device without a mark may have been kicked before its network lets no other one in without a mark. */
export const KICKED_UNMARKED = 10;

/** So many different configurations of one device wait for their training at once. */
export const MOST_WAITING = 32;

/** Where nothing was noted each seat is a device of its own. */
export const deviceOf = ({ device, network }: Origin, seat: SeatId): DeviceId => device ?? network ?? seat;

/** A seat is at a device from now on. */
export function sitting(
  { devices }: SessionState,
  seat: Seat,
  { device, network }: Pick<Seat, 'device' | 'network'>,
): void {
  devices.get(seat.device)?.delete(seat.id);
  seat.device = device;
  seat.network = network;
  devices.set(device, (devices.get(device) ?? new Set()).add(seat.id));
}

/** Why nobody else comes in from there until the desk has readmitted whom it sent out; null: they may. */
export function refusalOfDevice(state: SessionState, { device, network }: Origin): ErrorCode | null {
  const seats = state.devices.get(device ?? network ?? '') ?? [];
  const kicked = [...seats].filter((seat) => state.seats.get(seat)?.kicked).length;
  if (device === undefined) return kicked < KICKED_UNMARKED ? null : 'room-locked';
  return kicked > 0 ? 'device-kicked' : null;
}

/** Whether a seat's device has so much to be trained that it has to wait with another configuration. */
export function isDeviceBusy(state: SessionState, seat: SeatId, step: StepLedger, key: string): boolean {
  const device = state.seats.get(seat)?.device ?? '';
  const awaited = awaitedOf(state, step, state.devices.get(device) ?? []);
  return !awaited.has(key) && awaited.size >= MOST_WAITING;
}
