/**
 * Pooling of maps: of each window the largest number or the mean goes on. `table` holds the positions of the windows,
 * one window after the other, as 32-bit integers: `positions` of shared/training/layers/pool.ts.
 */
import { offsetAt } from './convolution';
import { VECTOR, add, all, div, pick } from './vector';

/** The largest of a window, the first of equal ones; `winner` receives its index in the window, by lane. */
function largest(table: usize, first: i32, count: i32, x: usize, maps: usize, winner: usize): v128 {
  let most = v128.load(x + offsetAt(table, first) * maps);
  let which = i32x4.splat(0);
  for (let i = 1; i < count; i++) {
    const value = v128.load(x + offsetAt(table, first + i) * maps);
    const more = f32x4.gt(value, most);
    most = pick(value, most, more);
    which = pick(i32x4.splat(i), which, more);
  }
  v128.store(winner, which);
  return most;
}

function mean(table: usize, first: i32, count: i32, x: usize, maps: usize): v128 {
  let sum = v128.load(x + offsetAt(table, first) * maps);
  for (let i = 1; i < count; i++) sum = add(sum, v128.load(x + offsetAt(table, first + i) * maps));
  return div(sum, all(<f32>count));
}

/**
 * Pools each sample's windows of `count` positions; `maps` numbers stand at each position. With `winners` (an address
 * for as many vectors as come out) the largest goes on, without (0) the mean.
 */
export function pool(
  samples: i32,
  table: usize,
  windows: i32,
  count: i32,
  maps: i32,
  x: usize,
  xStride: usize,
  out: usize,
  winners: usize,
): void {
  for (let s = 0; s < samples; s++) {
    for (let w = 0; w < windows; w++) {
      for (let map = 0; map < maps; map++) {
        const from = x + <usize>map * VECTOR;
        if (winners) {
          v128.store(out, largest(table, w * count, count, from, maps, winners));
          winners += VECTOR;
        } else v128.store(out, mean(table, w * count, count, from, maps));
        out += VECTOR;
      }
    }
    x += xStride;
  }
}

/**
 * Hands the errors of the pooled numbers back to the positions: all of it to the winner, or an equal part to each.
 * A position in no window gets 0.
 */
export function poolBackward(
  samples: i32,
  table: usize,
  windows: i32,
  count: i32,
  maps: i32,
  errors: usize,
  errorsStride: usize,
  x: usize,
  xStride: usize,
  winners: usize,
): void {
  memory.fill(x, 0, <usize>samples * xStride);
  for (let s = 0; s < samples; s++) {
    for (let k = 0; k < windows * maps; k++) {
      const map = k % maps;
      const first = ((k - map) / maps) * count;
      const to = x + <usize>map * VECTOR;
      const error = v128.load(errors + <usize>k * VECTOR);
      const each = div(error, all(<f32>count));
      for (let i = 0; i < count; i++) {
        const here = to + offsetAt(table, first + i) * <usize>maps;
        if (winners) {
          const mine = i32x4.eq(v128.load(winners), i32x4.splat(i));
          v128.store(here, v128.and(error, mine));
        } else v128.store(here, each);
      }
      if (winners) winners += VECTOR;
    }
    errors += errorsStride;
    x += xStride;
  }
}
