import type { Text } from '../../text';
import type { Evidence, Mistake } from '../activity';
import type { Config, Submission } from './config';
import { grade, sideOf, type Side } from './grade';
import { levelled } from './rate';
import { steepnessOf } from './steepness';

const says: Readonly<Record<Side, Text>> = {
  small: {
    it: 'un η più piccolo è più prudente ma non arriva: lungo il fondo della valle restano passi minuscoli',
    en: 'a smaller η is safer but does not get there: along the valley floor its steps are tiny',
  },
  large: {
    it: 'al limite: nella direzione ripida ogni salto è lungo quasi come quello prima',
    en: 'at the limit: in the steep direction each jump is nearly as long as the one before',
  },
  away: {
    it: 'troppo grande non vuol dire solo più lento: nella direzione ripida ogni salto è più lungo, e la palla scappa',
    en: 'too big does not only mean slower: in the steep direction each jump is longer, and the ball runs away',
  },
};

export function mistakes(config: Config, submission: Submission, evidence: Evidence): readonly Mistake[] {
  if (grade(config, submission, evidence).right) return [];
  const id = sideOf(config, levelled(submission.exponent, steepnessOf(config, evidence.seat)));
  return [{ id, why: says[id] }];
}
