/** Epochs of four runs, and the ways of samples into the lanes. */
import { LANES, add, all, div, mul } from './lane';
import { LOSS, at, int, run } from './machine';
import { gather, shuffle } from './order';

/** All lanes in which one of `count` vectors is not finite, as four bits. */
function broken(w: usize, count: i32): i32 {
  let sum = all(0);
  const end = w + <usize>count * LANES;
  // 0 times anything finite is 0, of either sign; an infinity or a NaN leaves a NaN.
  for (; w < end; w += LANES) sum = add(sum, mul(all(0), v128.load(w)));
  return i32x4.bitmask(f32x4.ne(sum, sum));
}

/** The sum of costs is taken and begins at 0 again. */
export function takeLoss(to: usize): void {
  v128.store(to, v128.load(LOSS));
  v128.store(LOSS, all(0));
}

/**
 * Trains for up to `count` epochs, writes the mean costs of each to `losses`, and returns how many were done: it
 * stops after one in which a lane is lost whose bit in `lost` is not set yet. See shared/training/lanes/placed.ts for
 * what stands at `board`.
 */
export function epochs(board: usize, count: i32, losses: usize, lost: i32): i32 {
  const samples = int(board, 0);
  const inputs = int(board, 1);
  const x = at(board, 2);
  const y = at(board, 3);
  const order = at(board, 4);
  const state = at(board, 5);
  const batch = int(board, 6);
  const rowsX = at(board, 7);
  const rowsY = at(board, 8);
  const program = at(board, 9);
  const end = at(board, 10);
  const weights = at(board, 11);
  const parameters = int(board, 12);
  for (let e = 0; e < count; e++) {
    shuffle(order, samples, state);
    for (let first = 0; first < samples; first += batch) {
      const rows = min(batch, samples - first);
      const place = order + <usize>first * LANES;
      gather(place, rows, x, inputs, rowsX);
      gather(place, rows, y, 1, rowsY);
      run(program, end, rows);
    }
    const mean = div(v128.load(LOSS), all(<f32>samples));
    v128.store(LOSS, all(0));
    v128.store(losses, mean);
    losses += LANES;
    const now = broken(weights, parameters) | broken(losses - LANES, 1);
    if ((now & ~lost) != 0) return e + 1;
  }
  return count;
}

/** Rows of samples that are the same in all lanes; `x` holds single floats. */
export function spread(x: usize, count: i32, to: usize): void {
  for (let i = 0; i < count; i++) {
    v128.store(to, v128.load_splat<u32>(x));
    x += 4;
    to += LANES;
  }
}

/** Rows of four samples each, one in each lane. */
export function deal(x: usize, rows: i32, inputs: i32, to: usize): void {
  for (let r = 0; r < rows; r++) {
    for (let lane: usize = 0; lane < 4; lane++) {
      let place = to + lane * 4;
      for (let j = 0; j < inputs; j++) {
        store<f32>(place, load<f32>(x));
        place += LANES;
        x += 4;
      }
    }
    to += <usize>inputs * LANES;
  }
}
