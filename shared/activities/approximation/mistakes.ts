import type { Text } from '../../text';
import type { Evidence, Mistake } from '../activity';
import { RANGE, type Config, type Submission } from './config';
import { isRight } from './grade';
import { levelled, targetOf } from './own';
import { rightOf } from './set';
import type { Target } from './target';

const says = {
  same: {
    it: 'i gradini vanno tutti dalla stessa parte: la somma non torna mai indietro',
    en: 'all steps go the same way: the sum never turns back',
  },
  unequal: {
    it: 'le altezze non si compensano: a destra la somma non torna dov’era',
    en: 'the heights do not cancel: on the right the sum does not come back to where it was',
  },
  soft: {
    it: 'i posti sono giusti ma i gradini troppo dolci: si sciolgono l’uno nell’altro',
    en: 'the places are right but the steps too gentle: they melt into each other',
  },
  hard: {
    it: 'i posti sono giusti ma i gradini troppo ripidi: la curva sale più piano',
    en: 'the places are right but the steps too steep: the curve rises more slowly',
  },
  place: {
    it: 'un gradino non sta dove la curva è più ripida',
    en: 'a step is not where the curve is steepest',
  },
} as const satisfies Record<string, Text>;

export function mistakes(config: Config, sent: Submission, { seat }: Evidence): readonly Mistake[] {
  const target = targetOf(config, seat);
  if (isRight(target, sent)) return [];
  const id = nameOf(config, sent, target);
  return [{ id, why: says[id] }];
}

/** Heights that leave less than this over, in tenths, count as cancelled. */
const LEFT_OVER = 2;

function nameOf({ target }: Config, sent: Submission, own: Target): keyof typeof says {
  const heights = sent.steps.map(({ height }) => height);
  if (heights.every((height) => height >= 0) || heights.every((height) => height <= 0)) return 'same';
  const over = heights.reduce((sum, height) => sum + height, 0);
  if (Math.abs(over) >= LEFT_OVER) return 'unequal';
  if (!isOtherwiseRight(sent, own)) return 'place';
  return levelled(sent, own).steepness < rightOf(target).steepness ? 'soft' : 'hard';
}

/** Whether another steepness would do. */
function isOtherwiseRight({ steps }: Submission, own: Target): boolean {
  const [least, most] = RANGE.steepness;
  return Array.from({ length: most - least + 1 }, (_, i) => least + i).some((steepness) =>
    isRight(own, { steps, steepness }),
  );
}
