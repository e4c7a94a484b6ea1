/** The order of the samples in each lane, and the samples of a mini-batch brought into the lanes. */
import { LANES } from './lane';

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

/** The integer below `bound` that 32 random bits stand for. */
function below(bits: i32, bound: u64): usize {
  return <usize>((<u64>(<u32>bits) * bound) >> 32);
}

function swap(a: usize, b: usize): void {
  const held = load<i32>(a);
  store<i32>(a, load<i32>(b));
  store<i32>(b, held);
}

/** Fisher and Yates in each lane; `order` holds a sample of each lane side by side. */
export function shuffle(order: usize, samples: i32, state: usize): void {
  for (let i = samples - 1; i > 0; i--) {
    const t = next(state);
    const bound = <u64>(i + 1);
    const here = order + <usize>i * LANES;
    swap(here, order + below(i32x4.extract_lane(t, 0), bound) * LANES);
    swap(here + 4, order + below(i32x4.extract_lane(t, 1), bound) * LANES + 4);
    swap(here + 8, order + below(i32x4.extract_lane(t, 2), bound) * LANES + 8);
    swap(here + 12, order + below(i32x4.extract_lane(t, 3), bound) * LANES + 12);
  }
}

/** Four numbers of each lane's sample, turned into four vectors of all lanes. */
@inline
function turn(a: usize, b: usize, c: usize, d: usize, to: usize): void {
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

/** Row by row, for each lane the numbers of the sample that `order` names; `x` holds single floats. */
export function gather(order: usize, rows: i32, x: usize, inputs: i32, to: usize): void {
  const size = <usize>inputs * 4;
  for (let r = 0; r < rows; r++) {
    const a = x + <usize>load<i32>(order) * size;
    const b = x + <usize>load<i32>(order, 4) * size;
    const c = x + <usize>load<i32>(order, 8) * size;
    const d = x + <usize>load<i32>(order, 12) * size;
    order += LANES;
    let j: usize = 0;
    for (; j + 16 <= size; j += 16) {
      turn(a + j, b + j, c + j, d + j, to);
      to += 4 * LANES;
    }
    for (; j < size; j += 4) {
      let v = v128.load_zero<u32>(a + j);
      v = v128.load_lane<u32>(b + j, v, 1);
      v = v128.load_lane<u32>(c + j, v, 2);
      v = v128.load_lane<u32>(d + j, v, 3);
      v128.store(to, v);
      to += LANES;
    }
  }
}
