import type { EventOf, EventType, SeatId, SessionEvent } from '../events';
import type { Role } from './types';

/** Whose view an event may change: nobody else is sent anything. */
export interface Audience {
  readonly rooms: readonly Role[];
  readonly seats: 'none' | 'all' | readonly SeatId[];
}

const everyRoom: readonly Role[] = ['phone', 'screen', 'desk'];
const room: Audience = { rooms: everyRoom, seats: 'none' };
const everybody: Audience = { rooms: everyRoom, seats: 'all' };
const nobody: Audience = { rooms: [], seats: 'none' };
const teacher: Audience = { rooms: ['screen', 'desk'], seats: 'none' };

const audiences: { readonly [Type in EventType]: (event: EventOf<Type>) => Audience } = {
  'session-created': () => everybody,
  'session-resumed': () => room,
  'session-ended': () => everybody,
  'room-locked': () => teacher,
  'room-unlocked': () => teacher,
  'seat-joined': ({ seat }) => ({ rooms: [], seats: [seat] }),
  'seat-renamed': ({ seat }) => ({ rooms: everyRoom, seats: [seat] }),
  'seat-kicked': () => everybody,
  'seat-readmitted': () => everybody,
  'seat-paced': ({ seat }) => ({ rooms: ['desk'], seats: [seat] }),
  'ticket-issued': () => nobody,
  'seat-moved': ({ seat }) => ({ rooms: [], seats: [seat] }),
  'stage-entered': () => everybody,
  'step-opened': () => everybody,
  'step-frozen': () => room,
  'step-unfrozen': () => room,
  'time-extended': () => room,
  'time-over': () => ({ rooms: ['desk'], seats: 'none' }),
  'step-closed': () => room,
  'step-revealed': () => everybody,
  'job-finished': ({ seats }) => ({ rooms: [], seats }),
  'job-failed': ({ seats }) => ({ rooms: ['desk'], seats }),
  'voting-again': () => everybody,
  'board-shown': () => everybody,
  submitted: ({ seat }) => ({ rooms: [], seats: [seat] }),
};

/** Whose views `event` may change. */
export function audienceOf(event: SessionEvent): Audience {
  const audience = audiences[event.type] as (e: SessionEvent) => Audience;
  return audience(event);
}
