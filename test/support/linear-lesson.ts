import { moons } from '#shared/activities/race/families/linear/samples';
import { good } from '#shared/activities/race/families/linear/good';
import type { Lesson } from '#shared/lessons/lesson';
import { lessonOf, single } from './lesson';

export const config = moons;

/** What does well in it, and what learns nothing. */
export const quick = good.moons;
export const untouched = { family: 'linear', rate: 0.001, epochs: 10 } as const;

/** A lesson of one race of linear networks, which no built-in lesson has. */
export const linearLesson: Lesson = lessonOf(
  single({ id: 'race', kind: 'race', seconds: null, config, points: 1_000 }),
);
