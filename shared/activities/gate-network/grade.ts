import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Evidence, Grade } from '../activity';
import { CORNER_MARGIN, margin } from '../neuron/margin';
import { settable } from '../neuron/neuron';
import type { Config, Network } from './config';
import { givenTo, standing } from './given';
import { holds, neuronsOf, passes, rightOf } from './network';

type Seat = Pick<Evidence, 'seat'>;

export const check = (_config: Config, network: Network): Result<Network, ErrorCode> =>
  neuronsOf(network).every(settable) ? ok(network) : err('out-of-range');

/** What the narrowest of its three neurons keeps of the widest margin, 0 to 1; the third one's over codes that occur. */
function room(network: Network): number {
  const rows = passes(network);
  const [first, second, output] = neuronsOf(network);
  const inputs = rows.map(({ x }) => x);
  const margins = [
    margin(inputs, first),
    margin(inputs, second),
    margin(
      rows.map(({ code }) => code),
      output,
    ),
  ];
  return Math.min(1, Math.min(...margins) / CORNER_MARGIN);
}

/**
 * As a gate: all rows right 0.6 + 0.4 x smallest margin / best margin; otherwise 0.3 x max(0, TPR + TNR - 1), where two
 * rows of XOR are 1 and two are 0. What is right has no neuron with weights 0, so no margin divides by 0.
 */
export function grade(config: Config, submitted: Network, { seat }: Seat): Grade {
  const network = standing(givenTo(config, seat), submitted);
  const all = passes(network);
  if (holds(network)) return { score: 0.6 + 0.4 * room(network), right: true };
  return { score: 0.3 * Math.max(0, (2 * rightOf(network)) / all.length - 1), right: false };
}

/** How many rows are right and, once all are, how much room the narrowest neuron leaves as a share of the most. */
export interface Measure {
  readonly right: number;
  readonly of: number;
  readonly room: number | null;
}

export function measure(config: Config, submitted: Network, { seat }: Seat): Measure {
  const network = standing(givenTo(config, seat), submitted);
  const [right, of] = [rightOf(network), passes(network).length];
  return { right, of, room: right === of ? room(network) : null };
}
