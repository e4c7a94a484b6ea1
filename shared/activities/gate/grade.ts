import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Grade } from '../activity';
import type { Config } from './config';
import { settable, weightedSum, type Neuron } from '../neuron/neuron';
import { inputsOf, rightRows, rowsOf, type Row, type Gate } from '../neuron/truth-table';

/** The widest margin that any line reaches: half the unit for NOT, a quarter of the diagonal for AND and OR. */
const bestMargin: Readonly<Record<Gate, number>> = {
  not: 1 / 2,
  and: Math.sqrt(2) / 4,
  or: Math.sqrt(2) / 4,
};

export function check(config: Config, neuron: Neuron): Result<Neuron, ErrorCode> {
  if (neuron.w.length !== inputsOf(config.gate)) return err('submission-invalid');
  return settable(neuron) ? ok(neuron) : err('out-of-range');
}

const share = (rows: readonly Row[], neuron: Neuron) => rightRows(rows, neuron) / rows.length;

/** The distance of the nearest row from the line, in units of the inputs; all rows are on their right side. */
function margin(rows: readonly Row[], neuron: Neuron): number {
  const length = Math.sqrt(neuron.w.reduce((sum, w) => sum + w * w, 0));
  return Math.min(...rows.map((row) => Math.abs(weightedSum(neuron, row.x)))) / length;
}

/** What a neuron with all rows right keeps of the widest margin, 0 to 1. */
const room = ({ gate }: Config, neuron: Neuron): number =>
  Math.min(1, margin(rowsOf(gate), neuron) / bestMargin[gate]);

/** How many rows are right and, once all are, how far the line is from them as a share of the farthest. */
export interface Measure {
  readonly right: number;
  readonly of: number;
  readonly room: number | null;
}

export function measure(config: Config, neuron: Neuron): Measure {
  const rows = rowsOf(config.gate);
  const right = rightRows(rows, neuron);
  return { right, of: rows.length, room: right === rows.length ? room(config, neuron) : null };
}

/**
 * All rows right: 0.6 + 0.4 x margin / best margin. Otherwise 0.3 x max(0, TPR + TNR - 1), so that a neuron that
 * always says the same gets 0. Weights all 0 never get every row right, so the margin never divides by 0.
 */
export function grade(config: Config, neuron: Neuron): Grade {
  const rows = rowsOf(config.gate);
  const positive = share(
    rows.filter((row) => row.y === 1),
    neuron,
  );
  const negative = share(
    rows.filter((row) => row.y === 0),
    neuron,
  );
  if (positive + negative < 2) return { score: 0.3 * Math.max(0, positive + negative - 1), right: false };
  return { score: Math.min(1, 0.6 + (0.4 * margin(rows, neuron)) / bestMargin[config.gate]), right: true };
}
