import type { Pace, SeatId } from '#shared/session/events';
import { readingTime } from '#shared/text';
import { gate, lessonOf, single } from './lesson';
import { classOf, type Classroom } from './session';

/** A choice of 20 s with `speed`, a perceptron of 20 s, and a choice without a countdown. */
const lesson = lessonOf(single({ timing: 'speed' }), gate(), single({ seconds: null }));

/** How long the first step is read, and when the class's zero is, ms from its opening. */
export const READING = readingTime([lesson.steps[0]!.title, lesson.steps[0]!.task]);
export const ZERO = READING + 20_000;

export const pace = (room: Classroom, seat: SeatId, to: Pace) => room.host({ type: 'pace', seat, pace: to });

export const deadline = (room: Classroom, step = 0) => room.server({ type: 'deadline', step });

/** Sets a room's clock. */
export const at = (room: Classroom, ms: number): Classroom => Object.assign(room, { at: ms });

/** Ada has ordinary time, Ben 1.3 times, Cleo twice, Dina no countdown; the step is open. */
export function mixed(step = 0): Classroom {
  const room = classOf(lesson, ['ada', 'ben', 'cleo', 'dina']);
  pace(room, 'ben', 13);
  pace(room, 'cleo', 20);
  pace(room, 'dina', null);
  return room.opened(step);
}

/** The same without Dina, so that the server closes by itself. */
export function timed(step = 0): Classroom {
  const room = mixed(step);
  room.host({ type: 'kick', seat: 'dina' });
  return room;
}
