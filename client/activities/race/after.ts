import { accuracyFactor, RIGHT } from '#shared/activities/race/factors';
import type { View } from '#shared/activities/race/view';
import * as m from '../../i18n/generated/messages.js';
import { figureWords } from './figure-words';
import type { Judgement } from '../../workers/preview';

type Judged = Pick<Judgement, 'open' | 'hidden'>;

/** Changes smaller than this are not worth a word. */
const STILL = 0.003;

/** How the accuracy changed from the public points to the private ones. */
export function changeWords({ open, hidden }: Judged): string {
  const change = hidden - open;
  if (change < -STILL) return m.race_after_down();
  return change > STILL ? m.race_after_up() : m.race_after_same();
}

/** Whether the rule was learnt, which how many private points are right tells, and never that public = private. */
export const learntWords = (view: Pick<View, 'accuracy' | 'family'>, { hidden }: Judged): string =>
  accuracyFactor(view, hidden) >= RIGHT
    ? figureWords(view.family).learnt()
    : figureWords(view.family).notLearnt();
