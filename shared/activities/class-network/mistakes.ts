import type { Text } from '../../text';
import type { Evidence, Mistake } from '../activity';
import type { Config, Line } from './config';
import { grade } from './grade';

const says = {
  outside: {
    it: 'la linea passa fuori dai punti: il neurone dice lo stesso di tutti',
    en: 'the line passes outside the points: the neuron says the same of all of them',
  },
  taken: {
    it: 'quello che dice questo neurone lo dicono già altri della classe',
    en: 'what this neuron says, others in the class say already',
  },
} as const satisfies Record<string, Text>;

/** Below this share of what others would bring a line has brought nothing. */
const NOTHING = 0.1;
/** A line so far out passes no points of a class, in tenths of a unit. */
const OUTSIDE = 50;

export function mistakes(config: Config, line: Line, evidence: Evidence): readonly Mistake[] {
  if (!evidence.share) return [];
  const { score } = grade(config, line, evidence);
  if (score >= NOTHING) return [];
  const id = Math.abs(line.offset) >= OUTSIDE ? 'outside' : 'taken';
  return [{ id, why: says[id] }];
}
