/*
 * The training of shared/training/mlp in C, four seeds in four lanes: what the kernel is measured against.
 *
 *   mlp FILE EPOCHS REPEATS
 *
 * FILE has 32-bit integers: layers, d_0 .. d_L, samples, batch; the rate; then x row by row, y, and the initial
 * parameters of the first lane, the second ..., all as floats; then four texts, the streams of the orders, each
 * with zeros behind it to fill 41 bytes. Printed: CPU in microseconds of one training of all four lanes, the mean of REPEATS; the bits of
 * the losses of the last epoch; those of the parameters, lane by lane.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "net.h"
#include "order.h"

#define LANES 4
#define STREAM 40

typedef struct {
  int samples, inputs, batch;
  float rate;
  float *x, *y, *initial;
  char streams[LANES][STREAM + 1];
} Task;

static void stop(const char *why) {
  fprintf(stderr, "%s\n", why);
  exit(1);
}

static void take(FILE *file, void *into, size_t size, size_t count) {
  if (fread(into, size, count, file) != count) stop("the file is too short");
}

static void *room(size_t bytes) {
  void *at = aligned_alloc(64, (bytes + 63) / 64 * 64);
  if (!at) stop("no memory");
  return memset(at, 0, bytes);
}

static float *floats(FILE *file, int count) {
  float *at = room(count * sizeof(float));
  take(file, at, sizeof(float), count);
  return at;
}

/* Lays the layers out, one behind the other. */
static void shape(Net *net, const int *sizes) {
  net->parameterCount = 0;
  for (int k = 0; k < net->layers; k++) net->parameterCount += sizes[k + 1] * (sizes[k] + 1);
  lanes *w = net->parameters = room(net->parameterCount * sizeof(lanes));
  lanes *g = net->gradient = room(net->parameterCount * sizeof(lanes));
  lanes *in = room(sizes[0] * sizeof(lanes)), *inError = NULL;
  for (int k = 0; k < net->layers; k++) {
    const int inputs = sizes[k], neurons = sizes[k + 1], rows = inputs * neurons;
    lanes *out = room(neurons * sizeof(lanes)), *outError = room(neurons * sizeof(lanes));
    net->layer[k] = (Layer){inputs, neurons, w, w + rows, g, g + rows, in, out, inError, outError};
    w += rows + neurons;
    g += rows + neurons;
    in = out;
    inError = outError;
  }
}

static void readTask(FILE *file, Net *net, Task *task) {
  int sizes[MAX_LAYERS + 1];
  take(file, &net->layers, sizeof(int), 1);
  if (net->layers < 1 || net->layers > MAX_LAYERS) stop("too many layers");
  take(file, sizes, sizeof(int), net->layers + 1);
  if (sizes[net->layers] != 1) stop("one output neuron only");
  take(file, &task->samples, sizeof(int), 1);
  take(file, &task->batch, sizeof(int), 1);
  take(file, &task->rate, sizeof(float), 1);
  shape(net, sizes);
  task->inputs = sizes[0];
  task->x = floats(file, task->samples * task->inputs);
  task->y = floats(file, task->samples);
  task->initial = floats(file, LANES * net->parameterCount);
  take(file, task->streams, STREAM + 1, LANES);
}

static void begin(const Net *net, const Task *task) {
  const int count = net->parameterCount;
  const float *w = task->initial;
  for (int i = 0; i < count; i++)
    net->parameters[i] = _mm_setr_ps(w[i], w[count + i], w[2 * count + i], w[3 * count + i]);
  for (int i = 0; i < count; i++) net->gradient[i] = _mm_setzero_ps();
}

/* Each lane's own sample, side by side. */
static void gather(const Task *task, const uint32_t *sample, lanes *in) {
  const int n = task->inputs;
  const float *a = task->x + sample[0] * n, *b = task->x + sample[1] * n;
  const float *c = task->x + sample[2] * n, *d = task->x + sample[3] * n;
  for (int j = 0; j < n; j++) in[j] = _mm_setr_ps(a[j], b[j], c[j], d[j]);
}

static lanes study(const Net *net, const Task *task, const uint32_t *sample) {
  const float *y = task->y;
  lanes right = _mm_setr_ps(y[sample[0]], y[sample[1]], y[sample[2]], y[sample[3]]);
  gather(task, sample, net->layer[0].in);
  lanes p;
  lanes cost = judge(forward(net), right, &p);
  backward(net, minus(p, right));
  return cost;
}

/* Every sample once in each lane, in mini-batches; the mean losses. */
static lanes epoch(const Net *net, const Task *task, uint32_t *const *order) {
  lanes loss = _mm_setzero_ps();
  for (int start = 0; start < task->samples; start += task->batch) {
    const int end = start + task->batch < task->samples ? start + task->batch : task->samples;
    for (int i = start; i < end; i++) {
      const uint32_t sample[LANES] = {order[0][i], order[1][i], order[2][i], order[3][i]};
      loss = plus(loss, study(net, task, sample));
    }
    descend(net, task->rate / (float)(end - start));
  }
  return _mm_div_ps(loss, all((float)task->samples));
}

static int allFinite(const Net *net, lanes loss) {
  /* x - x is 0 for a finite number, and NaN for any other. */
  lanes sum = minus(loss, loss);
  for (int i = 0; i < net->parameterCount; i++) sum = plus(sum, minus(net->parameters[i], net->parameters[i]));
  return _mm_movemask_ps(_mm_cmpeq_ps(sum, _mm_setzero_ps())) == 15;
}

static lanes train(const Net *net, const Task *task, uint32_t *const *order, int epochs) {
  Stream streams[LANES];
  for (int lane = 0; lane < LANES; lane++) {
    streams[lane] = streamOf(task->streams[lane]);
    for (int i = 0; i < task->samples; i++) order[lane][i] = i;
  }
  begin(net, task);
  lanes loss = _mm_setzero_ps();
  for (int e = 0; e < epochs; e++) {
    for (int lane = 0; lane < LANES; lane++) shuffle(order[lane], task->samples, &streams[lane]);
    loss = epoch(net, task, order);
    if (!allFinite(net, loss)) stop("a lane diverged");
  }
  return loss;
}

static long cpu(void) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000L + used.ru_utime.tv_usec + used.ru_stime.tv_usec;
}

static void printBits(const lanes *values, int count) {
  for (int lane = 0; lane < LANES; lane++)
    for (int i = 0; i < count; i++) printf("%u\n", ((const uint32_t *)&values[i])[lane]);
}

int main(int argc, char **argv) {
  if (argc != 4) stop("mlp FILE EPOCHS REPEATS");
  FILE *file = fopen(argv[1], "rb");
  if (!file) stop("no such file");
  Net net;
  Task task;
  readTask(file, &net, &task);
  fclose(file);
  const int epochs = atoi(argv[2]), repeats = atoi(argv[3]);
  uint32_t *order[LANES];
  for (int lane = 0; lane < LANES; lane++) order[lane] = room(task.samples * sizeof(uint32_t));
  lanes loss = _mm_setzero_ps();
  const long since = cpu();
  for (int i = 0; i < repeats; i++) loss = train(&net, &task, order, epochs);
  printf("%.3f\n", (double)(cpu() - since) / repeats);
  printBits(&loss, 1);
  printBits(net.parameters, net.parameterCount);
  return 0;
}
