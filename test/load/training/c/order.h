/* The order of the samples in each epoch: the streams of shared/rng.ts and its shuffle, one for each lane. */
#ifndef ORDER_H
#define ORDER_H

#include <stdint.h>
#include <string.h>

typedef struct {
  uint32_t a, b, c, d;
} Stream;

static uint32_t mixed(uint32_t base, uint32_t word, uint32_t k, uint32_t by) { return base ^ ((word ^ k) * by); }

/* sfc32 */
static inline uint32_t next(Stream *s) {
  uint32_t t = s->a + s->b + s->d;
  s->d += 1;
  s->a = s->b ^ (s->b >> 9);
  s->b = s->c + (s->c << 3);
  s->c = (s->c << 21 | s->c >> 11) + t;
  return t;
}

/* The stream of a text, `seed/label`, in which every character is ASCII: cyrb128, and twelve numbers thrown away. */
static Stream streamOf(const char *text) {
  uint32_t a = 1779033703u, b = 3144134277u, c = 1013904242u, d = 2773480762u;
  for (const char *at = text; *at; at++) {
    uint32_t k = (uint8_t)*at;
    a = mixed(b, a, k, 597399067u);
    b = mixed(c, b, k, 2869860233u);
    c = mixed(d, c, k, 951274213u);
    d = mixed(a, d, k, 2716044179u);
  }
  uint32_t e = (c ^ (a >> 18)) * 597399067u;
  uint32_t f = (d ^ (b >> 22)) * 2869860233u;
  uint32_t g = (e ^ (c >> 17)) * 951274213u;
  uint32_t h = (f ^ (d >> 19)) * 2716044179u;
  Stream s = {e ^ f ^ g ^ h, f ^ e, g ^ e, h ^ e};
  for (int i = 0; i < 12; i++) next(&s);
  return s;
}

/* Fisher and Yates, from the last place to the second. */
static void shuffle(uint32_t *order, int count, Stream *s) {
  for (int i = count - 1; i > 0; i--) {
    uint32_t j = (uint32_t)((uint64_t)next(s) * (uint32_t)(i + 1) >> 32);
    uint32_t held = order[i];
    order[i] = order[j];
    order[j] = held;
  }
}

#endif
