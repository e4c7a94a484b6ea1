import type { Seeds } from '../activity';
import { distance } from './closeness';
import type { Config, Submission } from './config';
import { variantOf } from './view';

/** How far a number is from the answer of its seat, with its sign. */
export interface Measure {
  readonly answer: number;
  readonly off: number;
}

export function measure(config: Config, { value }: Submission, { seat }: Pick<Seeds, 'seat'>): Measure {
  const { answer } = variantOf(config, seat);
  const off = distance(value, answer);
  return { answer, off: value < answer ? 0 - off : off };
}
