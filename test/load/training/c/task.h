/* What is to be trained, as it stands in a file; see mlp.c. */
#ifndef TASK_H
#define TASK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lanes.h"
#include "order.h"

#define MAX_LAYERS 8

typedef struct {
  /* Neurons: sizes[0] .. sizes[layers], the inputs first. */
  int layers, sizes[MAX_LAYERS + 1];
  int samples, batch, parameterCount;
  float rate;
  float *x, *y, *initial;
  char streams[LANES][STREAM];
} Task;

static void stop(const char *why) {
  fprintf(stderr, "%s\n", why);
  exit(1);
}

/* Zeroed. */
static void *room(size_t bytes) {
  void *at = aligned_alloc(64, (bytes + 63) / 64 * 64);
  if (!at) stop("no memory");
  return memset(at, 0, bytes);
}

static lanes *vectors(int count) { return room(count * sizeof(lanes)); }

static void take(FILE *file, void *into, size_t size, size_t count) {
  if (fread(into, size, count, file) != count) stop("the file is too short");
}

static float *floats(FILE *file, int count) {
  float *at = room(count * sizeof(float));
  take(file, at, sizeof(float), count);
  return at;
}

static Task taskIn(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) stop("no such file");
  Task task = {0};
  take(file, &task.layers, sizeof(int), 1);
  if (task.layers < 1 || task.layers > MAX_LAYERS) stop("too many layers");
  take(file, task.sizes, sizeof(int), task.layers + 1);
  if (task.sizes[task.layers] != 1) stop("one output neuron only");
  take(file, &task.samples, sizeof(int), 1);
  take(file, &task.batch, sizeof(int), 1);
  take(file, &task.rate, sizeof(float), 1);
  for (int k = 0; k < task.layers; k++) task.parameterCount += task.sizes[k + 1] * (task.sizes[k] + 1);
  task.x = floats(file, task.samples * task.sizes[0]);
  task.y = floats(file, task.samples);
  task.initial = floats(file, LANES * task.parameterCount);
  take(file, task.streams, STREAM, LANES);
  fclose(file);
  return task;
}

/* Each lane's own sample, `count` numbers of each, side by side. */
static inline void gather(const float *from, int count, const uint32_t *sample, lanes *to) {
  const float *a = from + sample[0] * count, *b = from + sample[1] * count;
  const float *c = from + sample[2] * count, *d = from + sample[3] * count;
  for (int j = 0; j < count; j++) to[j] = _mm_setr_ps(a[j], b[j], c[j], d[j]);
}

#endif
