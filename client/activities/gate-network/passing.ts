import type { Network } from '#shared/activities/gate-network/config';
import { passes } from '#shared/activities/gate-network/network';
import type { TableRow } from '../kit/row-table';
import { isChosen, isUnset } from './places';

/**
 * The rows of the table on their way through a network, as a student sees them. A neuron that nobody has chosen yet says
 * nothing: by its weights it would fire everywhere, and a table with figures in it looks as if it were one.
 */
export function passed(network: Network): readonly TableRow[] {
  const complete = isChosen(network);
  return passes(network).map(({ x, code, y, wanted }) => ({
    cells: [
      ...x.map(String),
      ...code.map((bit, i) => (isUnset(network.hidden[i] ?? network.output) ? '?' : `${bit}`)),
      ...(complete ? [`${y}`] : ['?']),
      `${wanted}`,
    ],
    right: complete ? y === wanted : null,
  }));
}
