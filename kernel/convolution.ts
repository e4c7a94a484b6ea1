/**
 * A convolution is a dense layer on patches: `im2col` copies the patch of every position into a row of its own, and
 * `col2im` adds the patches' errors back to the maps they were copied from. `table` holds, as a 32-bit integer for
 * each entry of each patch, the index of its number in the maps: `patchIndices` of shared/training/layers/patches.ts.
 */
import { VECTOR, add } from './vector';

/** What entry `i` of a table says, in bytes: tables count in vectors. */
@inline
export function offsetAt(table: usize, i: i32): usize {
  return <usize>load<i32>(table + <usize>i * 4) * VECTOR;
}

/** Copies the entries of all patches of each sample; `entries`: how many a sample has. */
export function im2col(
  samples: i32,
  table: usize,
  entries: i32,
  maps: usize,
  mapsStride: usize,
  patches: usize,
): void {
  for (let s = 0; s < samples; s++) {
    for (let i = 0; i < entries; i++) {
      v128.store(patches, v128.load(maps + offsetAt(table, i)));
      patches += VECTOR;
    }
    maps += mapsStride;
  }
}

/** The errors of the maps: begun at 0, then the errors of all patch entries are added, from the first to the last. */
export function col2im(
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
      const to = maps + offsetAt(table, i);
      v128.store(to, add(v128.load(to), v128.load(patches)));
      patches += VECTOR;
    }
    maps += mapsStride;
  }
}
