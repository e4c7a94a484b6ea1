/** Looking up the vectors of tokens, in each lane its own; see shared/training/transformer/embedding.ts. */
import { VECTOR, add } from './vector';

/** The address of the row that a lane's token names in a table. Tokens are whole numbers, stored as floats. */
@inline
function rowOf(tokens: usize, lane: usize, table: usize, size: usize): usize {
  return table + <usize>load<f32>(tokens + lane * 4) * size + lane * 4;
}

/** to_k += row_k in each lane, or with `backward` row_k += to_k. */
function addRow(tokens: usize, table: usize, size: usize, to: usize, backward: bool): void {
  for (let lane: usize = 0; lane < 4; lane++) {
    const row = rowOf(tokens, lane, table, size);
    const here = to + lane * 4;
    for (let k: usize = 0; k < size; k += VECTOR) {
      const sum = load<f32>(row + k) + load<f32>(here + k);
      if (backward) store<f32>(row + k, sum);
      else store<f32>(here + k, sum);
    }
  }
}

/**
 * The vector of each position is the sum of the rows that the parts of its token name, each in its part's table, and of
 * a row of the position's own. `tables` lists where the tables begin among the parameters at `w`, in vectors: one for
 * each part, then that of the positions. With `backward` it goes the other way: `w` is the gradient, `stream` holds
 * the errors of the vectors, and each row used adds them up.
 */
export function embedding(
  samples: i32,
  positions: i32,
  parts: i32,
  tables: usize,
  width: i32,
  w: usize,
  tokens: usize,
  stream: usize,
  backward: bool,
): void {
  const size = <usize>width * VECTOR;
  const positionTable = w + <usize>load<i32>(tables + <usize>parts * 4) * VECTOR;
  if (!backward) memory.fill(stream, 0, <usize>(samples * positions) * size);
  for (let s = 0; s < samples; s++) {
    for (let i = 0; i < positions; i++) {
      for (let part = 0; part < parts; part++) {
        const table = w + <usize>load<i32>(tables + <usize>part * 4) * VECTOR;
        addRow(tokens, table, size, stream, backward);
        tokens += VECTOR;
      }
      const own = positionTable + <usize>i * size;
      for (let k: usize = 0; k < size; k += VECTOR) {
        const sum = add(v128.load(own + k), v128.load(stream + k));
        v128.store(backward ? own + k : stream + k, sum);
      }
      stream += size;
    }
  }
}
