import type { ClassLive, Decided } from '../../training/together/request';
import type { Numbered } from '../state';

/** What projector and desk are told of a class that is reckoned together. */
export interface ClassTold {
  readonly whole: Decided;
  /** What remains with half of it switched off, once the teacher shows that. */
  readonly half: Decided | null;
  /** The class's error on the visible points since the step opened, evenly in time, the newest last. */
  readonly course: readonly number[];
}

/** What a seat is told of its line while the class tunes. */
export interface PartTold {
  /** In the output layer. */
  readonly weight: number;
  /** By what share of itself the class's error on the visible points would grow without it. */
  readonly grows: number;
}

/** A class as it tunes: a server keeps it in memory alone. */
export interface Tuning {
  readonly step: number;
  readonly live: ClassLive;
  readonly course: readonly number[];
}

/** Null where nothing is reckoned together, and before anything was. What hidden points say is told after the reveal. */
export function classTold({ index, step }: Numbered, tuning: Tuning | null): ClassTold | null {
  if (!step.activity.together) return null;
  const seen = tuning?.step === index ? tuning : null;
  const { result, half } = step.together;
  const course = seen?.course ?? [];
  if (step.phase === 'revealed' && result) {
    return { whole: result.whole, half: half ? result.half : null, course };
  }
  return seen ? { whole: seen.live.whole, half: null, course } : null;
}
