import type { ErrorCode } from '../../errors';
import { err, ok, type Result } from '../../result';
import type { Grade } from '../activity';
import { settable } from '../neuron/neuron';
import { rightRows, rowsOf } from '../neuron/truth-table';
import type { Pairs, Proof, Config, Signs } from './config';

const rows = rowsOf('xor');

/** What each part is worth. */
const WORTH = { line: 0.2, signs: 0.3, pairs: 0.5 };
/** Rows of the table that a line can get right. */
export const MOST_ROWS = 3;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Whether a part that was given before comes again as it was. */
const kept = (previous: Proof | null, now: Proof) =>
  previous === null ||
  ([previous.line, previous.signs, previous.pairs] as const).every(
    (part, i) => part === null || same(part, [now.line, now.signs, now.pairs][i]),
  );

/** The line comes before the signs, the signs before the pairs; the line may be left out. */
function due(previous: Proof | null, { line, signs, pairs }: Proof): boolean {
  const first = line !== null || signs !== null;
  const inTime = line === null || !previous?.signs || previous.line !== null;
  return first && inTime && (pairs === null || signs !== null);
}

function shaped({ line, pairs }: Proof): boolean {
  return (line === null || line.w.length === 2) && (pairs === null || new Set(pairs.flat()).size === 4);
}

export function check(_config: Config, proof: Proof, previous: Proof | null): Result<Proof, ErrorCode> {
  if (!shaped(proof)) return err('submission-invalid');
  if (proof.line && !settable(proof.line)) return err('out-of-range');
  if (!kept(previous, proof)) return err('already-answered');
  return due(previous, proof) ? ok(proof) : err('submission-invalid');
}

/** The contradiction, which is the last part, has been given; the line may be missing for good. */
export const whole = (_config: Config, { pairs }: Proof): boolean => pairs !== null;

/** Whether the four inequalities say what the table asks for. */
export const signsRight = (signs: Signs | null): boolean =>
  signs !== null && signs.every((sign, i) => sign === rows[i]?.y);

/** Whether the sums of both pairs have the same left side, w0 + w1 + 2b: then they contradict each other. */
export function pairsRight(pairs: Pairs | null): boolean {
  if (pairs === null) return false;
  const left = (pair: Pairs[number]) =>
    [0, 1].map((i) => pair.reduce<number>((sum, row) => sum + (rows[row]?.x[i] ?? 0), 0));
  return same(left(pairs[0]), left(pairs[1]));
}

export const closed = ({ signs, pairs }: Proof): boolean => signsRight(signs) && pairsRight(pairs);

/** A line with three rows right 0.2, all four signs 0.3, the contradiction 0.5; it follows from right signs only. */
export function grade(_config: Config, proof: Proof): Grade {
  const line = proof.line !== null && rightRows(rows, proof.line) === MOST_ROWS ? WORTH.line : 0;
  const signs = signsRight(proof.signs) ? WORTH.signs : 0;
  const pairs = closed(proof) ? WORTH.pairs : 0;
  return { score: line + signs + pairs, right: closed(proof) };
}
