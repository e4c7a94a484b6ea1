import type { Text } from '../../text';
import type { Evidence, Mistake } from '../activity';
import type { Config, Submission } from './config';
import { accuracyFactor, RIGHT } from './factors';
import { familyOf } from './families';
import { grade } from './grade';

const says = {
  diverged: {
    it: 'tasso di apprendimento troppo alto: l’errore è diventato infinito',
    en: 'learning rate too high: the loss became infinite',
  },
  dear: {
    it: 'ha imparato, ma costa troppa energia',
    en: 'it has learned, but costs too much energy',
  },
} as const satisfies Record<string, Text>;

export function mistakes(config: Config, submission: Submission, evidence: Evidence): readonly Mistake[] {
  const { result } = evidence;
  if (!result || grade(config, submission, evidence).right) return [];
  // Half of the runs: then the median, which is what scores, is one of those that ran away.
  if (2 * result.diverged >= result.losses.length) return [{ id: 'diverged', why: says.diverged }];
  const accuracy = familyOf(config).merit('hidden', result.hidden);
  return accuracyFactor(config, accuracy) >= RIGHT ? [{ id: 'dear', why: says.dear }] : [];
}
