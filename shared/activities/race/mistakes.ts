import type { Text } from '../../text';
import type { Evidence, Mistake } from '../activity';
import type { Config, Submission } from './config';
import { accuracyFactor, grade, RIGHT } from './grade';

const says = {
  diverged: {
    it: 'tasso di apprendimento troppo alto: l’errore è diventato infinito',
    en: 'learning rate too high: the loss became infinite',
  },
  dear: {
    it: 'separa bene, ma costa troppa energia',
    en: 'it separates well, but costs too much energy',
  },
} as const satisfies Record<string, Text>;

export function mistakes(config: Config, submission: Submission, evidence: Evidence): readonly Mistake[] {
  const { result } = evidence;
  if (!result || grade(config, submission, evidence).right) return [];
  // Half of the runs: then the median, which is what scores, is one of those that ran away.
  if (2 * result.diverged >= result.losses.length) return [{ id: 'diverged', why: says.diverged }];
  return accuracyFactor(config, result.hidden) >= RIGHT ? [{ id: 'dear', why: says.dear }] : [];
}
