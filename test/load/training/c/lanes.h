/*
 * tanh, sigmoid and the cost of a sample on four lanes: the formulas of shared/training/math.ts, operation by
 * operation, so that each lane has the reference's bits. Where the reference branches, both sides are computed and
 * one is taken.
 */
#ifndef LANES_H
#define LANES_H

#include <smmintrin.h>

typedef __m128 lanes;

static inline lanes all(float value) { return _mm_set1_ps(value); }
static inline lanes plus(lanes a, lanes b) { return _mm_add_ps(a, b); }
static inline lanes minus(lanes a, lanes b) { return _mm_sub_ps(a, b); }
static inline lanes times(lanes a, lanes b) { return _mm_mul_ps(a, b); }
/* a x + b, rounded twice: nothing is fused. */
static inline lanes term(lanes a, lanes x, float b) { return plus(times(a, x), all(b)); }
/* Where `where` is set, a; else b. */
static inline lanes either(lanes where, lanes a, lanes b) { return _mm_blendv_ps(b, a, where); }
static inline lanes magnitude(lanes x) { return _mm_andnot_ps(all(-0.0f), x); }

#define ROUND 12582912.0f
#define LOG2_E 1.44269504f
#define LN2_HIGH 0.693359375f
#define LN2_LOW -2.1219444e-4f

static inline lanes power(__m128i n) {
  return _mm_castsi128_ps(_mm_slli_epi32(_mm_add_epi32(n, _mm_set1_epi32(127)), 23));
}

/* e^x for x from -infinity to 0; down the tail 2^n alone may lie outside the floats, so it comes in two steps. */
static inline lanes expBelow(lanes x) {
  lanes whole = minus(plus(times(x, all(LOG2_E)), all(ROUND)), all(ROUND));
  lanes high = minus(x, times(whole, all(LN2_HIGH)));
  lanes low = times(whole, all(LN2_LOW));
  lanes r = minus(high, low);
  lanes p = term(all(1.98756915e-4f), r, 1.39819995e-3f);
  p = term(p, r, 8.33345191e-3f);
  p = term(p, r, 4.16657959e-2f);
  p = term(p, r, 1.66666655e-1f);
  p = term(p, r, 5.00000012e-1f);
  lanes y = plus(plus(minus(times(p, times(r, r)), low), high), all(1.0f));
  __m128i n = _mm_cvtps_epi32(whole), half = _mm_srai_epi32(n, 1);
  y = times(times(y, power(half)), power(_mm_sub_epi32(n, half)));
  return _mm_andnot_ps(_mm_cmplt_ps(x, all(-104.0f)), y);
}

static inline lanes tanhNear(lanes x) {
  lanes s = times(x, x);
  lanes p = term(all(-5.03685027e-2f), s, 1.33148685e-1f);
  p = term(p, s, -3.33330631e-1f);
  return plus(times(times(p, s), x), x);
}

static inline lanes tanhOf(lanes x) {
  lanes size = magnitude(x);
  /* In this order a NaN stays one. */
  lanes capped = _mm_min_ps(all(9.1f), size);
  lanes y = plus(capped, capped);
  lanes shifted = plus(times(y, all(LOG2_E)), all(ROUND));
  lanes n = minus(shifted, all(ROUND));
  /* The lowest bits of `shifted` are the integer n. */
  __m128i exponent = _mm_slli_epi32(_mm_castps_si128(shifted), 23);
  lanes scale = _mm_castsi128_ps(_mm_add_epi32(exponent, _mm_set1_epi32(0x3f800000)));
  lanes r = minus(minus(y, times(n, all(LN2_HIGH))), times(n, all(LN2_LOW)));
  lanes s = times(r, r);
  lanes p = term(all(8.36658035e-3f), r, 4.16672018e-2f);
  p = plus(times(all(1.38825099e-3f), s), p);
  p = plus(times(p, s), term(all(1.66665432e-1f), r, 4.99999981e-1f));
  p = plus(times(p, s), r);
  lanes e = plus(times(scale, p), minus(scale, all(1.0f)));
  lanes t = _mm_div_ps(e, plus(e, all(2.0f)));
  /* The sign comes last, because the sum near zero loses that of a zero. */
  return _mm_or_ps(either(_mm_cmplt_ps(size, all(0.3f)), tanhNear(x), t), _mm_and_ps(x, all(-0.0f)));
}

/* ln x for x from 1 to 2; of NaN, NaN. */
static inline lanes logOf(lanes x) {
  __m128i bits = _mm_castps_si128(x);
  lanes n = _mm_cvtepi32_ps(_mm_sub_epi32(_mm_srai_epi32(bits, 23), _mm_set1_epi32(126)));
  __m128i mantissa = _mm_and_si128(bits, _mm_set1_epi32(0x7fffff));
  lanes r = _mm_castsi128_ps(_mm_or_si128(mantissa, _mm_set1_epi32(0x3f000000)));
  lanes small = _mm_cmplt_ps(r, all(0.707106781f));
  n = minus(n, _mm_and_ps(small, all(1.0f)));
  r = minus(plus(r, _mm_and_ps(small, r)), all(1.0f));
  lanes p = term(all(7.0376836e-2f), r, -1.15146101e-1f);
  p = term(p, r, 1.16769987e-1f);
  p = term(p, r, -1.24201409e-1f);
  p = term(p, r, 1.42493233e-1f);
  p = term(p, r, -1.66680574e-1f);
  p = term(p, r, 2.00007148e-1f);
  p = term(p, r, -2.49999939e-1f);
  p = term(p, r, 3.33333312e-1f);
  lanes y = plus(times(times(p, r), times(r, r)), times(n, all(LN2_LOW)));
  y = minus(y, times(times(all(0.5f), r), r));
  y = plus(plus(r, y), times(n, all(LN2_HIGH)));
  return _mm_or_ps(y, _mm_cmpunord_ps(x, x));
}

/* e^-|z|, which both the sigmoid and the cost of a sample need. */
static inline lanes expOfMinusSize(lanes z) { return expBelow(_mm_or_ps(z, all(-0.0f))); }

/* p - y, p = sigmoid(z), into `delta`; the cost of the sample, whose right answers are y, 0 or 1. e = e^-|z|. */
static inline lanes judge(lanes z, lanes e, lanes y, lanes *delta) {
  lanes below = _mm_cmplt_ps(z, _mm_setzero_ps());
  lanes more = plus(all(1.0f), e);
  lanes share = _mm_div_ps(either(below, e, all(1.0f)), more);
  *delta = minus(either(below, minus(e, times(e, share)), share), y);
  lanes isOne = _mm_cmpeq_ps(y, all(1.0f));
  lanes wrong = _mm_xor_ps(z, _mm_and_ps(isOne, all(-0.0f)));
  return plus(_mm_max_ps(wrong, _mm_setzero_ps()), logOf(more));
}

#endif
