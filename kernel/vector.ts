/**
 * A vector holds one number of each of four runs, in four lanes. Each operation rounds to 32 bits in every lane, as
 * `Math.fround` does in the reference; nothing is fused and nothing is reordered.
 */

/** Bytes of a vector: four 32-bit floats. */
export const VECTOR: usize = 16;

@inline
export function add(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

@inline
export function sub(a: v128, b: v128): v128 {
  return f32x4.sub(a, b);
}

@inline
export function mul(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

@inline
export function div(a: v128, b: v128): v128 {
  return f32x4.div(a, b);
}

/** The same number in each lane. */
@inline
export function all(x: f32): v128 {
  return f32x4.splat(x);
}

/** `a` in the lanes whose bits in the mask are set, `b` in the others. */
@inline
export function pick(a: v128, b: v128, mask: v128): v128 {
  return v128.bitselect(a, b, mask);
}
