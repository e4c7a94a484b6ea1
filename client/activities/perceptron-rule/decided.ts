import type { Decision } from '#shared/activities/perceptron-rule/config';
import type { Turn } from '#shared/activities/perceptron-rule/rule';
import type { JudgedDecision } from '../kit/series';
import { nameOf } from './names';

/** Each decision beside what the rule did. */
export const judgedIn = (turns: readonly Turn[], made: readonly Decision[]): readonly JudgedDecision[] =>
  made.flatMap((own, i) => {
    const turn = turns[i];
    if (!turn) return [];
    const { sample, decision } = turn;
    return {
      asked: `(${sample.x.join(', ')}) → ${sample.y}`,
      right: nameOf[decision](),
      own: own === decision ? null : nameOf[own](),
    };
  });
