import type { Network } from '../network';
import { outputsOf, type Output } from '../output';
import type { Samples } from '../samples';
import { judged } from '../score';
import type { KernelExports } from './kernel';
import { LANES, type Stored } from './memory';
import { AT_ONCE, type Placed } from './placed';

/** Four runs and the kernel that carries them out. */
export interface Runs {
  readonly kernel: KernelExports;
  readonly network: Network;
  readonly placed: Placed;
}

/**
 * Takes samples, the same in all lanes, through a program, so many at once as there is room for. `y`: the address of
 * their right answers, if the program asks for them (not 0). `seen` is told after each part which rows there are.
 */
function through(
  { kernel, network: { inputs }, placed }: Runs,
  { x, y: { length } }: Samples,
  program: Stored,
  y: number,
  seen: (from: number, rows: number) => void,
): void {
  const { memory, layout, scratch, rowsY } = placed;
  const numbers = Float32Array.from(x);
  for (let from = 0; from < length; from += AT_ONCE) {
    const rows = Math.min(AT_ONCE, length - from);
    memory.setNumbers(scratch, numbers.subarray(from * inputs, (from + rows) * inputs));
    kernel.spread(scratch, rows * inputs, layout.x);
    if (y > 0) kernel.spread(y + 4 * from, rows, rowsY);
    kernel.run(program.at, program.end, rows);
    seen(from, rows);
  }
}

/** Each lane's mean cost with its initial weights, the samples in their own order. */
export function firstLosses(runs: Runs, train: Samples): Float32Array {
  const { memory, looking, losses, y } = runs.placed;
  through(runs, train, looking, y, () => {});
  runs.kernel.takeLoss(losses);
  const sums = memory.floats.slice(losses / 4, losses / 4 + LANES);
  return sums.map((sum) => sum / train.y.length);
}

/** How good each lane is on some samples, as `judged` has it. */
export function scoresOf(runs: Runs, output: Output, samples: Samples): readonly number[] {
  const { memory, layout, forward } = runs.placed;
  const outputs = outputsOf(output);
  const sums = Array.from({ length: LANES }, () => new Float32Array(outputs * samples.y.length));
  through(runs, samples, forward, 0, (from, rows) =>
    sums.forEach((all, lane) => all.set(memory.lane(layout.z, rows * outputs, lane), from * outputs)),
  );
  return sums.map((all) => judged(output, samples, all));
}
