import type { Lesson } from '#shared/lessons/lesson';
import { processClock } from '../live/clock';
import type { Storage } from '../storage/prisma/open';
import { clearAway } from '../storage/retention';
import { OwnLessons } from './own-lessons';
import { readHere, type Reading } from './reading';
import { Shelf } from './shelf';

/** All lessons of this server: those that teachers choose from, and what they do with their own. */
export interface OpenLessons {
  readonly shelf: Shelf;
  readonly own: OwnLessons;
  readonly reading: Reading;
  readonly close: () => Promise<void>;
}

/** `onBug` hears of what could not be cleared away; a later day does it. */
export function openLessons(
  { lessons, sessions }: Pick<Storage, 'lessons' | 'sessions'>,
  builtIn: readonly Lesson[],
  onBug: (error: unknown) => void,
): OpenLessons {
  const reading = readHere;
  const today = () => new Date();
  const shelf = new Shelf({ builtIn, lessons, sessions, reading });
  const reserved = builtIn.map(({ id }) => id);
  const own = new OwnLessons({ shelf, lessons, reading, reserved, today, onBug });
  const close = clearAway({ lessons, clock: processClock, today, onBug });
  return { shelf, own, reading, close };
}
