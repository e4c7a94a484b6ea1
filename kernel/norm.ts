/** Normalisation of vectors; the rule is that of shared/training/transformer/norm.ts. */
import { LANES, add, all, div, mul, sub } from './lane';

const EPSILON: f32 = 1e-5;

/**
 * y = gain s + bias for each row of `width` numbers, s being x in standard deviations from its mean. `standard` keeps
 * s and `scales` the factor of each row. Gains and then biases stand at `w`.
 */
export function norm(
  rows: i32,
  width: i32,
  w: usize,
  x: usize,
  y: usize,
  stride: usize,
  standard: usize,
  scales: usize,
): void {
  const size = <usize>width * LANES;
  const count = all(<f32>width);
  for (let r = 0; r < rows; r++) {
    let sum = all(0);
    for (let k: usize = 0; k < size; k += LANES) sum = add(sum, v128.load(x + k));
    const mean = div(sum, count);
    let squares = all(0);
    for (let k: usize = 0; k < size; k += LANES) {
      const off = sub(v128.load(x + k), mean);
      v128.store(standard + k, off);
      squares = add(squares, mul(off, off));
    }
    const scale = div(all(1), f32x4.sqrt(add(div(squares, count), all(EPSILON))));
    v128.store(scales, scale);
    for (let k: usize = 0; k < size; k += LANES) {
      const s = mul(v128.load(standard + k), scale);
      v128.store(standard + k, s);
      v128.store(y + k, add(mul(v128.load(w + k), s), v128.load(w + size + k)));
    }
    x += stride;
    y += stride;
    standard += size;
    scales += LANES;
  }
}

/** From the errors of y (which are used up) to the derivatives at `g`, and to the errors of x, which take up theirs. */
export function normBack(
  rows: i32,
  width: i32,
  w: usize,
  g: usize,
  errors: usize,
  xErrors: usize,
  stride: usize,
  standard: usize,
  scales: usize,
): void {
  const size = <usize>width * LANES;
  const count = all(<f32>width);
  for (let r = 0; r < rows; r++) {
    let sum = all(0);
    let along = all(0);
    for (let k: usize = 0; k < size; k += LANES) {
      const error = v128.load(errors + k);
      const s = v128.load(standard + k);
      const share = mul(error, v128.load(w + k));
      v128.store(g + k, add(v128.load(g + k), mul(error, s)));
      v128.store(g + size + k, add(v128.load(g + size + k), error));
      v128.store(errors + k, share);
      sum = add(sum, share);
      along = add(along, mul(share, s));
    }
    const mean = div(sum, count);
    const slope = div(along, count);
    const scale = v128.load(scales);
    for (let k: usize = 0; k < size; k += LANES) {
      const across = sub(sub(v128.load(errors + k), mean), mul(v128.load(standard + k), slope));
      v128.store(xErrors + k, add(v128.load(xErrors + k), mul(scale, across)));
    }
    errors += stride;
    xErrors += stride;
    standard += size;
    scales += LANES;
  }
}
