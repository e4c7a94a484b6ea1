/**
 * Convolutions are dense layers on patches, in positions one after the other: here maps are cut into patches, put
 * together again, and pooled. Tables hold 32-bit places that shared/training/layers/{patches,pool}.ts have made.
 */
import { LANES, add, all, div, pick } from './lane';

// Places in tables are counted in vectors.
@inline
function place(table: usize, i: i32): usize {
  return <usize>load<i32>(table + <usize>i * 4) * LANES;
}

/** `count` vectors of each row. */
export function copy(rows: i32, count: i32, from: usize, fromStride: usize, to: usize, toStride: usize): void {
  const size = <usize>count * LANES;
  for (let r = 0; r < rows; r++) {
    memory.copy(to, from, size);
    from += fromStride;
    to += toStride;
  }
}

/** The entries of all patches of each sample. */
export function cut(
  samples: i32,
  table: usize,
  entries: i32,
  maps: usize,
  mapsStride: usize,
  patches: usize,
): void {
  for (let s = 0; s < samples; s++) {
    for (let i = 0; i < entries; i++) {
      v128.store(patches, v128.load(maps + place(table, i)));
      patches += LANES;
    }
    maps += mapsStride;
  }
}

/** Adds the shares of all patches, first entry to last, to those of the maps, which begin at 0. */
export function mend(
  samples: i32,
  table: usize,
  entries: i32,
  patches: usize,
  maps: usize,
  mapsStride: usize,
): void {
  memory.fill(maps, 0, <usize>samples * mapsStride);
  for (let s = 0; s < samples; s++) {
    for (let i = 0; i < entries; i++) {
      const to = maps + place(table, i);
      v128.store(to, add(v128.load(to), v128.load(patches)));
      patches += LANES;
    }
    maps += mapsStride;
  }
}

/** The largest of a window, the first of equal ones; `winner` receives its number in the window, by lane. */
function largest(table: usize, first: i32, count: i32, x: usize, maps: usize, winner: usize): v128 {
  let most = v128.load(x + place(table, first) * maps);
  let which = i32x4.splat(0);
  for (let i = 1; i < count; i++) {
    const value = v128.load(x + place(table, first + i) * maps);
    const more = f32x4.gt(value, most);
    most = pick(value, most, more);
    which = pick(i32x4.splat(i), which, more);
  }
  v128.store(winner, which);
  return most;
}

function mean(table: usize, first: i32, count: i32, x: usize, maps: usize): v128 {
  let sum = v128.load(x + place(table, first) * maps);
  for (let i = 1; i < count; i++) sum = add(sum, v128.load(x + place(table, first + i) * maps));
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
        const from = x + <usize>map * LANES;
        if (winners) {
          v128.store(out, largest(table, w * count, count, from, maps, winners));
          winners += LANES;
        } else v128.store(out, mean(table, w * count, count, from, maps));
        out += LANES;
      }
    }
    x += xStride;
  }
}

/** Gives the shares of what came out back to the positions; what is in no window gets 0. */
export function unpool(
  samples: i32,
  table: usize,
  windows: i32,
  count: i32,
  maps: i32,
  shares: usize,
  sharesStride: usize,
  x: usize,
  xStride: usize,
  winners: usize,
): void {
  memory.fill(x, 0, <usize>samples * xStride);
  for (let s = 0; s < samples; s++) {
    for (let k = 0; k < windows * maps; k++) {
      const map = k % maps;
      const first = ((k - map) / maps) * count;
      const to = x + <usize>map * LANES;
      const share = v128.load(shares + <usize>k * LANES);
      const each = div(share, all(<f32>count));
      for (let i = 0; i < count; i++) {
        const here = to + place(table, first + i) * <usize>maps;
        if (winners) {
          const mine = i32x4.eq(v128.load(winners), i32x4.splat(i));
          v128.store(here, v128.and(share, mine));
        } else v128.store(here, each);
      }
      if (winners) winners += LANES;
    }
    shares += sharesStride;
    x += xStride;
  }
}
