import type { EventOf, EventType, SeatId, SessionEvent } from '../events';
import { sameStage } from '../conductor/stage';
import type { SessionState } from '../state';
import type { OwnStep, OwnView, Role } from './types';

/** A part of what one seat is shown, by the name that it has among the texts of a view; `step` is all of its parts. */
export type OwnPart = keyof OwnView | `step.${keyof OwnStep}`;

/** Whose view an event may change: nobody else is sent anything. */
export interface Audience {
  readonly rooms: readonly Role[];
  readonly seats: 'none' | 'all' | readonly SeatId[];
  /** What of the seats' own views it may change. */
  readonly own: 'all' | readonly OwnPart[];
}

const everyRoom: readonly Role[] = ['phone', 'screen', 'desk'];
const room: Audience = { rooms: everyRoom, seats: 'none', own: [] };
const everybody: Audience = { rooms: everyRoom, seats: 'all', own: 'all' };
/** What the stage decides of everybody's own view. */
export const staged: readonly OwnPart[] = ['step', 'place'];
const stage: Audience = { ...everybody, own: staged };
const nobody: Audience = { rooms: [], seats: 'none', own: [] };
const teacher: Audience = { rooms: ['screen', 'desk'], seats: 'none', own: [] };
const oneSeat = (seat: SeatId): Audience => ({ rooms: [], seats: [seat], own: 'all' });

/** What an answer, and what the server makes of it, changes for its seat. */
export const answering: readonly OwnPart[] = [
  'step.submission',
  'step.sentBy',
  'step.earlier',
  'step.runs',
  'step.attemptsLeft',
];
/** What a reveal tells each seat; after a second vote also what stands from the first one. */
const result: readonly OwnPart[] = ['step.result', 'step.mistakes', 'step.measure', 'step.present', 'place'];

/** What a seat had sent before it was removed and readmitted: everybody's place may be another one. */
const afterReveal: Audience = { ...everybody, own: [...answering, ...result] };

type AudienceOf<Type extends EventType> = (event: EventOf<Type>, state: SessionState) => Audience;

const audiences: { readonly [Type in EventType]: AudienceOf<Type> } = {
  'session-created': () => everybody,
  'session-resumed': () => room,
  'session-ended': () => stage,
  'end-undone': () => stage,
  'room-locked': () => teacher,
  'room-unlocked': () => teacher,
  'seat-joined': ({ seat }) => oneSeat(seat),
  'seat-renamed': ({ seat }) => ({ ...oneSeat(seat), rooms: everyRoom }),
  'seat-kicked': () => everybody,
  'seat-readmitted': () => everybody,
  'seats-kicked': () => everybody,
  'seats-readmitted': () => everybody,
  'seat-paced': ({ seat }) => ({ ...oneSeat(seat), rooms: ['desk'] }),
  'ticket-issued': () => nobody,
  'seat-moved': ({ seat }) => oneSeat(seat),
  'stage-entered': ({ stage: at }, { onPhones }) => (sameStage(at, onPhones) ? stage : teacher),
  'step-opened': () => stage,
  'step-frozen': () => room,
  'step-unfrozen': () => room,
  'time-extended': () => room,
  'time-over': () => ({ rooms: ['desk'], seats: 'none', own: [] }),
  'step-closed': () => room,
  'step-revealed': ({ step }, { steps }) => ({
    ...everybody,
    own: steps[step]?.vote === 2 ? [...answering, ...result] : result,
  }),
  'reading-asked': () => ({ rooms: ['desk'], seats: 'none', own: [] }),
  'reading-done': () => ({ rooms: ['desk'], seats: 'none', own: [] }),
  'job-finished': ({ step, seats }, { steps }) =>
    steps[step]?.phase === 'revealed' ? afterReveal : { rooms: [], seats, own: answering },
  'job-failed': ({ step, seats }, { steps }) =>
    steps[step]?.phase === 'revealed' ? afterReveal : { rooms: ['desk'], seats, own: answering },
  'class-reckoned': () => teacher,
  'half-shown': () => teacher,
  'step-added': () => ({ rooms: ['desk'], seats: 'all', own: ['orders'] }),
  predicted: ({ seat }) => ({ rooms: [], seats: [seat], own: ['step.prediction'] }),
  'hint-given': () => room,
  'answer-hidden': () => teacher,
  'voting-again': () => stage,
  'board-shown': () => everybody,
  'screen-darkened': () => teacher,
  'look-set': () => teacher,
  'picture-shown': () => teacher,
  'closing-soon': () => room,
  'eyes-called': () => room,
  'path-set': () => room,
  submitted: ({ seat }) => ({ rooms: [], seats: [seat], own: answering }),
};

/** Whose views `event` may change; `state` is a state after it. */
export function audienceOf(event: SessionEvent, state: SessionState): Audience {
  const audience = audiences[event.type] as AudienceOf<EventType>;
  return audience(event, state);
}
