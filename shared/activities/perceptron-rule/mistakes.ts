import type { Text } from '../../text';
import type { Evidence, Mistake } from '../activity';
import type { Config, Decision, Submission } from './config';
import { turnsOf } from './deal';

/** What goes wrong with a sample, by its name. */
export const says = {
  signs: {
    it: 'ha corretto dalla parte sbagliata: dove y = 1 e y* = 0 si toglie',
    en: 'corrected the wrong way: where y = 1 and y* = 0, x is taken away',
  },
  always: { it: 'ha corretto dove y era già giusta', en: 'corrected where y was right already' },
  never: { it: 'non ha corretto dove y era sbagliata', en: 'did not correct where y was wrong' },
} as const satisfies Record<string, Text>;

export type Slip = keyof typeof says;

/** What was wrong with a decision; null: it was right. */
export function slipOf(made: Decision, asked: Decision): Slip | null {
  if (made === asked) return null;
  if (asked === 'leave') return 'always';
  return made === 'leave' ? 'never' : 'signs';
}

/** Each slip once, in the order in which they were made. */
export function mistakes(
  config: Config,
  { decisions }: Submission,
  { seat }: Pick<Evidence, 'seat'>,
): readonly Mistake[] {
  const turns = turnsOf(config, seat);
  const slips = decisions.flatMap((made, i) => slipOf(made, turns[i]?.decision ?? made) ?? []);
  return [...new Set(slips)].map((id) => ({ id, why: says[id] }));
}
