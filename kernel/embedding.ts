/** Rows of tables, which each lane picks for itself; see shared/training/transformer/embedding.ts. */
import { LANES, add } from './lane';

/** The row of a lane's token: tokens are whole numbers, as floats. */
@inline
function rowOf(tokens: usize, lane: usize, table: usize, size: usize): usize {
  return table + <usize>load<f32>(tokens + lane * 4) * size + lane * 4;
}

/** to_k += row_k in each lane, or with `back` row_k += to_k. */
function addRow(tokens: usize, table: usize, size: usize, to: usize, back: bool): void {
  for (let lane: usize = 0; lane < 4; lane++) {
    const row = rowOf(tokens, lane, table, size);
    const here = to + lane * 4;
    for (let k: usize = 0; k < size; k += LANES) {
      const sum = load<f32>(row + k) + load<f32>(here + k);
      if (back) store<f32>(row + k, sum);
      else store<f32>(here + k, sum);
    }
  }
}

/**
 * Positions' first vectors: for each part of a token the row that its number names in the part's table, then the
 * position's own row. `tables` lists the places of the parts' tables among the parameters at `w`, in vectors, and
 * then that of the positions. With `back` the rows take up the vectors instead: `w` is the gradient, `stream` errors.
 */
export function embed(
  samples: i32,
  positions: i32,
  parts: i32,
  tables: usize,
  width: i32,
  w: usize,
  tokens: usize,
  stream: usize,
  back: bool,
): void {
  const size = <usize>width * LANES;
  const places = w + <usize>load<i32>(tables + <usize>parts * 4) * LANES;
  if (!back) memory.fill(stream, 0, <usize>(samples * positions) * size);
  for (let s = 0; s < samples; s++) {
    for (let i = 0; i < positions; i++) {
      for (let part = 0; part < parts; part++) {
        const table = w + <usize>load<i32>(tables + <usize>part * 4) * LANES;
        addRow(tokens, table, size, stream, back);
        tokens += LANES;
      }
      const own = places + <usize>i * size;
      for (let k: usize = 0; k < size; k += LANES) {
        const sum = add(v128.load(own + k), v128.load(stream + k));
        v128.store(back ? own + k : stream + k, sum);
      }
      stream += size;
    }
  }
}

/** to += from, row by row. */
export function addRows(rows: i32, width: i32, to: usize, toStride: usize, from: usize, fromStride: usize): void {
  const size = <usize>width * LANES;
  for (let r = 0; r < rows; r++) {
    for (let k: usize = 0; k < size; k += LANES) {
      v128.store(to + k, add(v128.load(to + k), v128.load(from + k)));
    }
    to += toStride;
    from += fromStride;
  }
}
