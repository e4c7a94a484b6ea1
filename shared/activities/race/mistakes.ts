import type { Text } from '../../text';
import type { Evidence, Mistake } from '../activity';
import type { Config, Submission } from './config';
import { accuracyFactor, grade, RIGHT } from './grade';

const says = {
  diverged: {
    it: 'learning rate troppo alto: l’errore è scappato',
    en: 'the learning rate was too high: the loss ran away',
  },
  dear: {
    it: 'riconosce bene, ma costa troppa energia',
    en: 'it recognises well, but costs too much energy',
  },
} as const satisfies Record<string, Text>;

export function mistakes(config: Config, submission: Submission, evidence: Evidence): readonly Mistake[] {
  const { result } = evidence;
  if (!result || grade(config, submission, evidence).right) return [];
  // Half of the runs: then the median, which is what scores, is one of those that ran away.
  if (2 * result.diverged >= result.losses.length) return [{ id: 'diverged', why: says.diverged }];
  return accuracyFactor(config, result.hidden) >= RIGHT ? [{ id: 'dear', why: says.dear }] : [];
}
