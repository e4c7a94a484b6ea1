import type { ClassFigures, JudgedPart } from '../../training/together/request';
import type { SeatId } from '../events';

/** What a class has come to that is reckoned together. */
export interface Reckoned {
  /** How often it had to be reckoned: with each close, and with whoever was removed or readmitted after it. */
  run: number;
  /** The run that is over; below `run` while the class is reckoned. */
  done: number;
  /** Null before it is reckoned, and where that failed. */
  result: ClassFigures | null;
  /** What each seat is to it. */
  parts: ReadonlyMap<SeatId, JudgedPart>;
  /** What half of the class comes to is shown in its place. */
  half: boolean;
}

export const nothingReckoned = (): Reckoned => ({
  ...{ run: 0, done: 0, result: null },
  ...{ parts: new Map<SeatId, JudgedPart>(), half: false },
});
