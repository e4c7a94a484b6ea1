import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Evidence, Grade } from '../activity';
import { margin, widestOf } from '../neuron/margin';
import { settable, type Neuron } from '../neuron/neuron';
import { rightRows, rowsOf, type Gate, type Row } from '../neuron/truth-table';
import type { Config } from './config';
import { gateFor } from './own';
import { startOf } from './view';

type Seat = Pick<Evidence, 'seat'>;

export function check(config: Config, neuron: Neuron): Result<Neuron, ErrorCode> {
  const start = startOf(config);
  if (neuron.w.length !== start.w.length) return err('submission-invalid');
  const moved = config.moves === undefined || neuron.w.join() === start.w.join();
  return moved && settable(neuron) ? ok(neuron) : err('out-of-range');
}

/** What a neuron with all rows right keeps of the widest margin, 0 to 1. */
export const room = (gate: Gate, neuron: Neuron): number =>
  Math.min(
    1,
    margin(
      rowsOf(gate).map(({ x }) => x),
      neuron,
    ) / widestOf(gate),
  );

/** How many rows are right and, once all are, how far the line is from them as a share of the farthest. */
export interface Measure {
  readonly right: number;
  readonly of: number;
  readonly room: number | null;
}

export function measure(config: Config, neuron: Neuron, { seat }: Seat): Measure {
  const gate = gateFor(config, seat);
  const rows = rowsOf(gate);
  const right = rightRows(rows, neuron);
  return { right, of: rows.length, room: right === rows.length ? room(gate, neuron) : null };
}

const share = (rows: readonly Row[], neuron: Neuron) => rightRows(rows, neuron) / rows.length;

/**
 * All rows right: 0.6 + 0.4 x margin / best margin. Otherwise 0.3 x max(0, TPR + TNR - 1), so that a neuron that
 * always says the same gets 0. Weights all 0 never get every row right, so the margin never divides by 0.
 */
export function grade(config: Config, neuron: Neuron, { seat }: Seat): Grade {
  const gate = gateFor(config, seat);
  const rows = rowsOf(gate);
  const positive = share(
    rows.filter((row) => row.y === 1),
    neuron,
  );
  const negative = share(
    rows.filter((row) => row.y === 0),
    neuron,
  );
  if (positive + negative < 2) return { score: 0.3 * Math.max(0, positive + negative - 1), right: false };
  return { score: 0.6 + 0.4 * room(gate, neuron), right: true };
}
