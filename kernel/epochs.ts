/** Trains four runs epoch by epoch, and brings samples that are not shuffled into the lanes. */
import { VECTOR, add, all, div, mul } from './vector';
import { LOSS, address, execute, int } from './interpreter';
import { gather, shuffle } from './order';

/** The lanes in which any of `count` vectors is not finite, as four bits. */
function notFinite(w: usize, count: i32): i32 {
  let sum = all(0);
  const end = w + <usize>count * VECTOR;
  // 0 times anything finite is 0, of either sign; an infinity or a NaN leaves a NaN.
  for (; w < end; w += VECTOR) sum = add(sum, mul(all(0), v128.load(w)));
  return i32x4.bitmask(f32x4.ne(sum, sum));
}

/** Writes the sum of the costs, by lane, to `to`, and lets it begin at 0 again. */
export function takeLoss(to: usize): void {
  v128.store(to, v128.load(LOSS));
  v128.store(LOSS, all(0));
}

/**
 * Trains for up to `count` epochs, writes the mean cost of each epoch, by lane, to `losses`, and returns how many were
 * done: it stops early after the epoch in which a lane diverges, unless that lane's bit in `ignored` is set. What
 * stands at `task` is listed in shared/training/lanes/prepare.ts.
 */
export function trainEpochs(task: usize, count: i32, losses: usize, ignored: i32): i32 {
  const samples = int(task, 0);
  const inputs = int(task, 1);
  const x = address(task, 2);
  const y = address(task, 3);
  const order = address(task, 4);
  const streams = address(task, 5);
  const batch = int(task, 6);
  const rowsX = address(task, 7);
  const rowsY = address(task, 8);
  const program = address(task, 9);
  const end = address(task, 10);
  const weights = address(task, 11);
  const parameters = int(task, 12);
  for (let e = 0; e < count; e++) {
    shuffle(order, samples, streams);
    for (let first = 0; first < samples; first += batch) {
      const rows = min(batch, samples - first);
      const drawn = order + <usize>first * VECTOR;
      gather(drawn, rows, x, inputs, rowsX);
      gather(drawn, rows, y, 1, rowsY);
      execute(program, end, rows);
    }
    const mean = div(v128.load(LOSS), all(<f32>samples));
    v128.store(LOSS, all(0));
    v128.store(losses, mean);
    losses += VECTOR;
    const diverged = notFinite(weights, parameters) | notFinite(losses - VECTOR, 1);
    if ((diverged & ~ignored) != 0) return e + 1;
  }
  return count;
}

/** Turns `count` single floats at `x` into vectors that hold the same number in all lanes. */
export function broadcast(x: usize, count: i32, to: usize): void {
  for (let i = 0; i < count; i++) {
    v128.store(to, v128.load_splat<u32>(x));
    x += 4;
    to += VECTOR;
  }
}

/** Turns the single floats of 4 x `rows` samples at `x` into rows of vectors: four samples a row, one in each lane. */
export function interleave(x: usize, rows: i32, inputs: i32, to: usize): void {
  for (let r = 0; r < rows; r++) {
    for (let lane: usize = 0; lane < 4; lane++) {
      let number = to + lane * 4;
      for (let j = 0; j < inputs; j++) {
        store<f32>(number, load<f32>(x));
        number += VECTOR;
        x += 4;
      }
    }
    to += <usize>inputs * VECTOR;
  }
}
