/** Shuffles the samples of each lane, and brings those of a mini-batch into the lanes. */
import { VECTOR } from './vector';

/** The next 32 random bits of each lane: sfc32, whose four words stand at `state`. */
function next(state: usize): v128 {
  const a = v128.load(state);
  const b = v128.load(state, 16);
  const c = v128.load(state, 32);
  const d = v128.load(state, 48);
  const t = i32x4.add(i32x4.add(a, b), d);
  v128.store(state, v128.xor(b, i32x4.shr_u(b, 9)));
  v128.store(state, i32x4.add(c, i32x4.shl(c, 3)), 16);
  v128.store(state, i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), t), 32);
  v128.store(state, i32x4.add(d, i32x4.splat(1)), 48);
  return t;
}

/** An integer from 0 to below `bound`, made of 32 random bits: bits x bound / 2^32, rounded down. */
function below(bits: i32, bound: u64): usize {
  return <usize>((<u64>(<u32>bits) * bound) >> 32);
}

function swap(a: usize, b: usize): void {
  const held = load<i32>(a);
  store<i32>(a, load<i32>(b));
  store<i32>(b, held);
}

/** Fisher and Yates's shuffle in each lane. `order` holds vectors of integers: the number of a sample for each lane. */
export function shuffle(order: usize, samples: i32, state: usize): void {
  for (let i = samples - 1; i > 0; i--) {
    const t = next(state);
    const bound = <u64>(i + 1);
    const here = order + <usize>i * VECTOR;
    swap(here, order + below(i32x4.extract_lane(t, 0), bound) * VECTOR);
    swap(here + 4, order + below(i32x4.extract_lane(t, 1), bound) * VECTOR + 4);
    swap(here + 8, order + below(i32x4.extract_lane(t, 2), bound) * VECTOR + 8);
    swap(here + 12, order + below(i32x4.extract_lane(t, 3), bound) * VECTOR + 12);
  }
}

/** Transposes 4 x 4 floats: from four numbers of each lane's sample to four vectors with a number of every lane. */
@inline
function transpose(a: usize, b: usize, c: usize, d: usize, to: usize): void {
  const p = v128.load(a);
  const q = v128.load(b);
  const r = v128.load(c);
  const s = v128.load(d);
  const low = v128.shuffle<f32>(p, q, 0, 4, 1, 5);
  const high = v128.shuffle<f32>(p, q, 2, 6, 3, 7);
  const lower = v128.shuffle<f32>(r, s, 0, 4, 1, 5);
  const higher = v128.shuffle<f32>(r, s, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f64>(low, lower, 0, 2));
  v128.store(to, v128.shuffle<f64>(low, lower, 1, 3), 16);
  v128.store(to, v128.shuffle<f64>(high, higher, 0, 2), 32);
  v128.store(to, v128.shuffle<f64>(high, higher, 1, 3), 48);
}

/** Row by row and for each lane the numbers of the sample that `order` names. `x` holds the samples' single floats. */
export function gather(order: usize, rows: i32, x: usize, inputs: i32, to: usize): void {
  const size = <usize>inputs * 4;
  for (let r = 0; r < rows; r++) {
    const a = x + <usize>load<i32>(order) * size;
    const b = x + <usize>load<i32>(order, 4) * size;
    const c = x + <usize>load<i32>(order, 8) * size;
    const d = x + <usize>load<i32>(order, 12) * size;
    order += VECTOR;
    let j: usize = 0;
    for (; j + 16 <= size; j += 16) {
      transpose(a + j, b + j, c + j, d + j, to);
      to += 4 * VECTOR;
    }
    for (; j < size; j += 4) {
      let v = v128.load_zero<u32>(a + j);
      v = v128.load_lane<u32>(b + j, v, 1);
      v = v128.load_lane<u32>(c + j, v, 2);
      v = v128.load_lane<u32>(d + j, v, 3);
      v128.store(to, v);
      to += VECTOR;
    }
  }
}
