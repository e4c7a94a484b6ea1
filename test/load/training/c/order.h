/* The order of the samples in each lane: the streams of shared/rng.ts and its shuffle, side by side. */
#ifndef ORDER_H
#define ORDER_H

#include <smmintrin.h>
#include <stdint.h>

#define LANES 4
/* Bytes of a stream's text, `seed/label`, zeros behind it. */
#define STREAM 41

/* The four words of each lane's sfc32. */
typedef struct {
  __m128i a, b, c, d;
} Streams;

/* The next 32 random bits of each lane. */
static inline __m128i next(Streams *s) {
  __m128i t = _mm_add_epi32(_mm_add_epi32(s->a, s->b), s->d);
  s->a = _mm_xor_si128(s->b, _mm_srli_epi32(s->b, 9));
  s->b = _mm_add_epi32(s->c, _mm_slli_epi32(s->c, 3));
  s->c = _mm_add_epi32(_mm_or_si128(_mm_slli_epi32(s->c, 21), _mm_srli_epi32(s->c, 11)), t);
  s->d = _mm_add_epi32(s->d, _mm_set1_epi32(1));
  return t;
}

static uint32_t mixed(uint32_t base, uint32_t word, uint32_t k, uint32_t by) { return base ^ ((word ^ k) * by); }

/* The words that a text begins with, all of whose characters are ASCII: cyrb128. */
static void wordsOf(const char *text, uint32_t *a, uint32_t *b, uint32_t *c, uint32_t *d) {
  *a = 1779033703u, *b = 3144134277u, *c = 1013904242u, *d = 2773480762u;
  for (const char *at = text; *at; at++) {
    uint32_t k = (uint8_t)*at;
    *a = mixed(*b, *a, k, 597399067u);
    *b = mixed(*c, *b, k, 2869860233u);
    *c = mixed(*d, *c, k, 951274213u);
    *d = mixed(*a, *d, k, 2716044179u);
  }
  uint32_t e = (*c ^ (*a >> 18)) * 597399067u;
  uint32_t f = (*d ^ (*b >> 22)) * 2869860233u;
  uint32_t g = (e ^ (*c >> 17)) * 951274213u;
  uint32_t h = (f ^ (*d >> 19)) * 2716044179u;
  *a = e ^ f ^ g ^ h, *b = f ^ e, *c = g ^ e, *d = h ^ e;
}

/* A stream for each lane, from which twelve numbers have been thrown away. */
static Streams streamsOf(const char texts[LANES][STREAM]) {
  uint32_t words[4][LANES];
  for (int lane = 0; lane < LANES; lane++)
    wordsOf(texts[lane], &words[0][lane], &words[1][lane], &words[2][lane], &words[3][lane]);
  const __m128i *side = (const __m128i *)words;
  Streams s = {_mm_loadu_si128(side), _mm_loadu_si128(side + 1), _mm_loadu_si128(side + 2), _mm_loadu_si128(side + 3)};
  for (int i = 0; i < 12; i++) next(&s);
  return s;
}

/* Fisher and Yates in each lane, from the last place to the second; `order` holds a sample of each lane side by side. */
static void shuffle(uint32_t *order, int count, Streams *s) {
  for (int i = count - 1; i > 0; i--) {
    uint32_t bits[LANES];
    _mm_storeu_si128((__m128i *)bits, next(s));
    for (int lane = 0; lane < LANES; lane++) {
      uint32_t j = (uint32_t)((uint64_t)bits[lane] * (uint32_t)(i + 1) >> 32);
      uint32_t held = order[LANES * i + lane];
      order[LANES * i + lane] = order[LANES * j + lane];
      order[LANES * j + lane] = held;
    }
  }
}

#endif
