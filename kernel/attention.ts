/**
 * Scaled dot-product attention; formulas and the order of sums are those of shared/training/transformer/head.ts. The
 * vectors of a sample's positions follow one another; `width` is the bytes of one, `size` those of one head's part.
 */
import { VECTOR, add, all, div, mul, sub } from './vector';
import { exp } from './math';

/** Replaces `count` scores by their softmax. */
function softmax(p: usize, count: usize): void {
  let most = v128.load(p);
  const end = p + count * VECTOR;
  for (let j = p + VECTOR; j < end; j += VECTOR) most = f32x4.pmax(most, v128.load(j));
  let sum = all(0);
  for (let j = p; j < end; j += VECTOR) {
    const e = exp(sub(v128.load(j), most));
    v128.store(j, e);
    sum = add(sum, e);
  }
  const inverse = div(all(1), sum);
  for (let j = p; j < end; j += VECTOR) v128.store(j, mul(v128.load(j), inverse));
}

/** The sum of a_k b_k over `size` bytes, begun at 0. */
function dotProduct(a: usize, b: usize, size: usize): v128 {
  let sum = all(0);
  for (let k: usize = 0; k < size; k += VECTOR) sum = add(sum, mul(v128.load(a + k), v128.load(b + k)));
  return sum;
}

/** to_k += factor from_k. */
function addScaled(to: usize, factor: v128, from: usize, size: usize): void {
  for (let k: usize = 0; k < size; k += VECTOR) {
    v128.store(to + k, add(v128.load(to + k), mul(factor, v128.load(from + k))));
  }
}

/**
 * One head at one position: from its query and the keys of the first `end` positions to their weights p, and to
 * `mixed`, the sum of their values times p.
 */
function headForward(
  q: usize,
  keys: usize,
  values: usize,
  mixed: usize,
  p: usize,
  width: usize,
  size: usize,
  scale: v128,
  end: usize,
): void {
  for (let j: usize = 0; j < end; j++) {
    v128.store(p + j * VECTOR, mul(dotProduct(q, keys + j * width, size), scale));
  }
  softmax(p, end);
  memory.fill(mixed, 0, size);
  for (let j: usize = 0; j < end; j++) addScaled(mixed, v128.load(p + j * VECTOR), values + j * width, size);
}

/**
 * From the error of `mixed` to those of the query, the keys and the values, which are added to what stands there.
 * `scratch` has room for a vector for each position.
 */
function headBackward(
  q: usize,
  keys: usize,
  values: usize,
  mixed: usize,
  qErrors: usize,
  keyErrors: usize,
  valueErrors: usize,
  p: usize,
  scratch: usize,
  width: usize,
  size: usize,
  scale: v128,
  end: usize,
): void {
  let mean = all(0);
  for (let j: usize = 0; j < end; j++) {
    const error = dotProduct(mixed, values + j * width, size);
    v128.store(scratch + j * VECTOR, error);
    mean = add(mean, mul(v128.load(p + j * VECTOR), error));
  }
  for (let j: usize = 0; j < end; j++) {
    const weight = v128.load(p + j * VECTOR);
    const scoreError = mul(mul(weight, sub(v128.load(scratch + j * VECTOR), mean)), scale);
    addScaled(valueErrors + j * width, weight, mixed, size);
    addScaled(qErrors, scoreError, keys + j * width, size);
    addScaled(keyErrors + j * width, scoreError, q, size);
  }
}

/**
 * The attention of one block: all heads at the positions from `from` on. It reads from `op`, in this order: positions,
 * from, heads, causal (0 or 1), width (bytes); the addresses of queries, keys, values, mixed and p; the scale, as a
 * float; the addresses of the errors of queries, keys, values and mixed, and of the scratch. Addresses are those of
 * the first sample. `attentionArguments` of shared/training/lanes/attention.ts writes them.
 */
export function attention(samples: i32, op: usize, backward: bool): void {
  const positions = <usize>load<i32>(op);
  const from = <usize>load<i32>(op, 4);
  const heads = <usize>load<i32>(op, 8);
  const causal = load<i32>(op, 12);
  const width = load<usize>(op, 16);
  const scale = all(load<f32>(op, 40));
  const size = width / heads;
  const sample = positions * width;
  for (let s: usize = 0; s < <usize>samples; s++) {
    for (let i = from; i < positions; i++) {
      const end = causal ? i + 1 : positions;
      for (let h: usize = 0; h < heads; h++) {
        const head = s * sample + h * size;
        const here = head + i * width;
        const p = load<usize>(op, 36) + ((s * heads + h) * positions + i) * positions * VECTOR;
        const q = load<usize>(op, 20) + here;
        const keys = load<usize>(op, 24) + head;
        const values = load<usize>(op, 28) + head;
        if (!backward) {
          headForward(q, keys, values, load<usize>(op, 32) + here, p, width, size, scale, end);
          continue;
        }
        headBackward(
          q,
          keys,
          values,
          load<usize>(op, 56) + here,
          load<usize>(op, 44) + here,
          load<usize>(op, 48) + head,
          load<usize>(op, 52) + head,
          p,
          load<usize>(op, 60),
          width,
          size,
          scale,
          end,
        );
      }
    }
  }
}
