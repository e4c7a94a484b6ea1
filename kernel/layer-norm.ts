/** Layer normalisation; the formulas are those of shared/training/transformer/layer-norm.ts. */
import { VECTOR, add, all, div, mul, sub } from './vector';

const EPSILON: f32 = 1e-5;

/**
 * y = gain s + bias for each row of `width` numbers, where s = (x - mean) / standard deviation. `standardised` keeps s,
 * and `scales` one over the standard deviation of each row, for the way back. At `w` stand the gains, then the biases.
 */
export function layerNorm(
  rows: i32,
  width: i32,
  w: usize,
  x: usize,
  y: usize,
  stride: usize,
  standardised: usize,
  scales: usize,
): void {
  const size = <usize>width * VECTOR;
  const count = all(<f32>width);
  for (let r = 0; r < rows; r++) {
    let sum = all(0);
    for (let k: usize = 0; k < size; k += VECTOR) sum = add(sum, v128.load(x + k));
    const mean = div(sum, count);
    let squares = all(0);
    for (let k: usize = 0; k < size; k += VECTOR) {
      const centred = sub(v128.load(x + k), mean);
      v128.store(standardised + k, centred);
      squares = add(squares, mul(centred, centred));
    }
    const scale = div(all(1), f32x4.sqrt(add(div(squares, count), all(EPSILON))));
    v128.store(scales, scale);
    for (let k: usize = 0; k < size; k += VECTOR) {
      const s = mul(v128.load(standardised + k), scale);
      v128.store(standardised + k, s);
      v128.store(y + k, add(mul(v128.load(w + k), s), v128.load(w + size + k)));
    }
    x += stride;
    y += stride;
    standardised += size;
    scales += VECTOR;
  }
}

/**
 * From the errors of y, which are overwritten, to the gradients of gains and biases, added at `g`, and to the errors
 * of x, which are added to what stands at `xErrors`.
 */
export function layerNormBackward(
  rows: i32,
  width: i32,
  w: usize,
  g: usize,
  errors: usize,
  xErrors: usize,
  stride: usize,
  standardised: usize,
  scales: usize,
): void {
  const size = <usize>width * VECTOR;
  const count = all(<f32>width);
  for (let r = 0; r < rows; r++) {
    let sum = all(0);
    let sumWithS = all(0);
    for (let k: usize = 0; k < size; k += VECTOR) {
      const error = v128.load(errors + k);
      const s = v128.load(standardised + k);
      const scaled = mul(error, v128.load(w + k));
      v128.store(g + k, add(v128.load(g + k), mul(error, s)));
      v128.store(g + size + k, add(v128.load(g + size + k), error));
      v128.store(errors + k, scaled);
      sum = add(sum, scaled);
      sumWithS = add(sumWithS, mul(scaled, s));
    }
    const mean = div(sum, count);
    const slope = div(sumWithS, count);
    const scale = v128.load(scales);
    for (let k: usize = 0; k < size; k += VECTOR) {
      const projected = sub(sub(v128.load(errors + k), mean), mul(v128.load(standardised + k), slope));
      v128.store(xErrors + k, add(v128.load(xErrors + k), mul(scale, projected)));
    }
    errors += stride;
    xErrors += stride;
    standardised += size;
    scales += VECTOR;
  }
}
