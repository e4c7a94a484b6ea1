import type { Network } from '../network';
import { outputsOf, type Output } from '../output';
import type { Samples } from '../samples';
import { judged } from '../score';
import type { KernelExports } from './kernel';
import { LANES, type Stored } from './memory';
import { AT_ONCE, type Prepared } from './prepare';

/** Four runs, and the kernel in whose memory they are. */
export interface RunsInKernel {
  readonly kernel: KernelExports;
  readonly network: Network;
  readonly prepared: Prepared;
}

/**
 * Takes samples, the same in all lanes, through a program, `AT_ONCE` at a time. `y`: the address of their right answers,
 * 0 if the program does not need them. `afterEach` is called after each of these parts with the index of its first sample
 * and the number of its samples.
 */
function passThrough(
  { kernel, network: { inputs }, prepared }: RunsInKernel,
  { x, y: { length } }: Samples,
  program: Stored,
  y: number,
  afterEach: (from: number, rows: number) => void,
): void {
  const { memory, layout, scratch, rowsY } = prepared;
  const numbers = Float32Array.from(x);
  for (let from = 0; from < length; from += AT_ONCE) {
    const rows = Math.min(AT_ONCE, length - from);
    memory.setNumbers(scratch, numbers.subarray(from * inputs, (from + rows) * inputs));
    kernel.broadcast(scratch, rows * inputs, layout.x);
    if (y > 0) kernel.broadcast(y + 4 * from, rows, rowsY);
    kernel.execute(program.at, program.end, rows);
    afterEach(from, rows);
  }
}

/** Each lane's mean cost with its initial weights, the samples in their own order. */
export function firstLosses(runs: RunsInKernel, train: Samples): Float32Array {
  const { memory, costs, losses, y } = runs.prepared;
  passThrough(runs, train, costs, y, () => {});
  runs.kernel.takeLoss(losses);
  const sums = memory.floats.slice(losses / 4, losses / 4 + LANES);
  return sums.map((sum) => sum / train.y.length);
}

/** How good each lane is on some samples, as `judged` in score.ts measures it. */
export function scoresOf(runs: RunsInKernel, output: Output, samples: Samples): readonly number[] {
  const { memory, layout, forward } = runs.prepared;
  const outputs = outputsOf(output);
  const sums = Array.from({ length: LANES }, () => new Float32Array(outputs * samples.y.length));
  passThrough(runs, samples, forward, 0, (from, rows) =>
    sums.forEach((all, lane) => all.set(memory.lane(layout.z, rows * outputs, lane), from * outputs)),
  );
  return sums.map((all) => judged(output, samples, all));
}
