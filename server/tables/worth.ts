import * as v from 'valibot';
import type { BoundActivity } from '#shared/activities/bound';
import { config as fitConfig } from '#shared/activities/line-fit/config';
import * as fit from '#shared/activities/line-fit/left';
import { bindStep } from '#shared/activities/registry';
import { config as lineConfig } from '#shared/activities/separating-line/config';
import * as line from '#shared/activities/separating-line/left';
import { derive, rng, type Seed } from '#shared/rng';
import { verdictOf, type Worth } from '#shared/tables/worth';

/** Any seed: whether a step is worth playing is the same for everybody. */
const SEED: Seed = '776f72746820706c6179696e67206974';
/** Simulated students of each kind. */
const STUDENTS = 120;

const mean = (scores: readonly number[]) => scores.reduce((sum, score) => sum + score, 0) / scores.length;

/** What each kind of student wins on average. */
function scoresOf({ answers, grades }: BoundActivity): Worth['scores'] | null {
  if (!answers || !grades) return null;
  const secret = derive(SEED, 'secret');
  const won = (who: 'random' | 'constant' | 'knows', i: number, turn = 0) => {
    const seat = derive(SEED, `seat ${i}`);
    const submission = answers.bots[who](rng(SEED, `${who} ${i} ${turn}`), seat);
    return grades.grade(submission, { seat, secret }).score;
  };
  const students = Array.from({ length: STUDENTS }, (_, i) => i);
  const knows = won('knows', 0);
  return {
    random: mean(students.map((i) => won('random', i))),
    best: mean(students.map((i) => Math.max(...[1, 2, 3].map((turn) => won('random', i, turn))))),
    constant: won('constant', 0),
    // There is one best line for everybody.
    neighbour: knows,
    knows,
  };
}

/** What the best line leaves, and how much of that is no line any more; null: it is no step on somebody's own table. */
function leftIn(kind: string, config: unknown): { readonly left: number; readonly most: number } | null {
  if (kind === 'separating-line') {
    const read = v.safeParse(lineConfig, config);
    if (!read.success || read.output.data !== 'own') return null;
    return { left: line.leftBy(read.output), most: line.MOST_LEFT };
  }
  const read = v.safeParse(fitConfig, config);
  if (kind !== 'line-fit' || !read.success || read.output.data !== 'own') return null;
  return { left: fit.leftBy(read.output), most: fit.MOST_LEFT };
}

/** Whether a step on somebody's own table is worth playing; null: it is none, or cannot be played at all. */
export function worthOf(kind: string, config: unknown): Worth | null {
  const [found, bound] = [leftIn(kind, config), bindStep({ kind, config })];
  const scores = bound.ok ? scoresOf(bound.value) : null;
  if (!found || !scores) return null;
  const { left, most } = found;
  return { verdict: verdictOf({ scores, left }, most), scores, left };
}
