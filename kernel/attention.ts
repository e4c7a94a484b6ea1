/**
 * A transformer's pieces that are no dense layers; rules and orders of shared/training/transformer/. Vectors of
 * positions follow one another; `width` is the bytes of one.
 */
import { LANES, add, all, div, mul, sub } from './lane';
import { exp } from './math';

/** softmax in place of `count` scores. */
function softmax(p: usize, count: usize): void {
  let most = v128.load(p);
  const end = p + count * LANES;
  for (let j = p + LANES; j < end; j += LANES) most = f32x4.pmax(most, v128.load(j));
  let sum = all(0);
  for (let j = p; j < end; j += LANES) {
    const e = exp(sub(v128.load(j), most));
    v128.store(j, e);
    sum = add(sum, e);
  }
  const share = div(all(1), sum);
  for (let j = p; j < end; j += LANES) v128.store(j, mul(v128.load(j), share));
}

/** The sum of a_k b_k over `size` bytes, begun at 0. */
function product(a: usize, b: usize, size: usize): v128 {
  let sum = all(0);
  for (let k: usize = 0; k < size; k += LANES) sum = add(sum, mul(v128.load(a + k), v128.load(b + k)));
  return sum;
}

/** to_k += factor from_k. */
function addTimes(to: usize, factor: v128, from: usize, size: usize): void {
  for (let k: usize = 0; k < size; k += LANES) {
    v128.store(to + k, add(v128.load(to + k), mul(factor, v128.load(from + k))));
  }
}

/** One head of one position looks at `end` positions. */
function look(
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
    v128.store(p + j * LANES, mul(product(q, keys + j * width, size), scale));
  }
  softmax(p, end);
  memory.fill(mixed, 0, size);
  for (let j: usize = 0; j < end; j++) addTimes(mixed, v128.load(p + j * LANES), values + j * width, size);
}

/** Its way back; `room` takes a share for each position. Errors of queries, keys and values take up theirs. */
function lookBack(
  q: usize,
  keys: usize,
  values: usize,
  mixed: usize,
  qErrors: usize,
  keyErrors: usize,
  valueErrors: usize,
  p: usize,
  room: usize,
  width: usize,
  size: usize,
  scale: v128,
  end: usize,
): void {
  let mean = all(0);
  for (let j: usize = 0; j < end; j++) {
    const share = product(mixed, values + j * width, size);
    v128.store(room + j * LANES, share);
    mean = add(mean, mul(v128.load(p + j * LANES), share));
  }
  for (let j: usize = 0; j < end; j++) {
    const weight = v128.load(p + j * LANES);
    const t = mul(mul(weight, sub(v128.load(room + j * LANES), mean)), scale);
    addTimes(valueErrors + j * width, weight, mixed, size);
    addTimes(qErrors, t, keys + j * width, size);
    addTimes(keyErrors + j * width, t, q, size);
  }
}

/**
 * Where the attention of one block stands; all addresses begin at the first sample. Read from `op`: positions, from,
 * heads, causal, width (bytes), queries, keys, values, mixed, p, scale, then the errors of queries, keys, values,
 * mixed, and room.
 */
export function attend(samples: i32, op: usize, back: bool): void {
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
        const p = load<usize>(op, 36) + ((s * heads + h) * positions + i) * positions * LANES;
        const q = load<usize>(op, 20) + here;
        const keys = load<usize>(op, 24) + head;
        const values = load<usize>(op, 28) + head;
        if (!back) {
          look(q, keys, values, load<usize>(op, 32) + here, p, width, size, scale, end);
          continue;
        }
        lookBack(
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
