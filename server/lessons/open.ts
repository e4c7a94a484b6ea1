import type { Lesson } from '#shared/lessons/lesson';
import { processClock } from '../live/clock';
import type { Once } from '../storage/once';
import type { Storage } from '../storage/prisma/open';
import { clearAway } from '../storage/retention';
import { OwnLessons } from './own-lessons';
import { Reader } from './reader';
import type { Reading } from './reading';
import { Shelf } from './shelf';

/** All lessons of this server: those that teachers choose from, and what they do with their own. */
export interface OpenLessons {
  readonly shelf: Shelf;
  readonly own: OwnLessons;
  readonly reading: Reading;
  readonly close: () => Promise<void>;
}

/** `scripts`: the folder of the built threads. `onBug` hears of what could not be cleared away (a later day does it) and of lessons that cannot be read. `once`: of several servers one clears away. */
export function openLessons(
  { lessons, sessions }: Pick<Storage, 'lessons' | 'sessions'>,
  builtIn: readonly Lesson[],
  scripts: URL,
  onBug: (error: unknown) => void,
  once?: Once,
): OpenLessons {
  const reading = new Reader(new URL('lessons.js', scripts), processClock);
  const today = () => new Date();
  const shelf = new Shelf({ builtIn, lessons, sessions, reading, onUnreadable: onBug });
  const reserved = builtIn.map(({ id }) => id);
  const own = new OwnLessons({ shelf, lessons, reading, reserved, today, onBug });
  const stopClearing = clearAway({ lessons, clock: processClock, today, onBug, once });
  const close = async () => {
    await stopClearing();
    await reading.close();
  };
  return { shelf, own, reading, close };
}
