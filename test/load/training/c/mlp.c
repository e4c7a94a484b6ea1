/*
 * The training of shared/training/mlp in C, four seeds in four lanes: what the kernel is measured against. How a
 * mini-batch goes through the network is in samples.h, or with -DTILES in tiles.h.
 *
 *   mlp FILE EPOCHS REPEATS
 *
 * FILE has 32-bit integers: layers, d_0 .. d_L, samples, batch; the rate; then x row by row, y, and the initial
 * parameters of the first lane, the second ..., all as floats; then four texts, the streams of the orders, each
 * with zeros behind it to fill 41 bytes. Printed: CPU in microseconds of one training of all four lanes, the mean of
 * REPEATS; the bits of the losses of the last epoch; those of the parameters, lane by lane.
 */
#include <sys/resource.h>

#include "task.h"
#ifdef TILES
#include "tiles.h"
#else
#include "samples.h"
#endif

static void begin(const Net *net, const Task *task) {
  const int count = task->parameterCount;
  const float *w = task->initial;
  for (int i = 0; i < count; i++)
    net->parameters[i] = _mm_setr_ps(w[i], w[count + i], w[2 * count + i], w[3 * count + i]);
}

/* Every sample once in each lane, in mini-batches; the mean losses. */
static lanes epoch(const Net *net, const Task *task, const uint32_t *order) {
  lanes loss = _mm_setzero_ps();
  for (int start = 0; start < task->samples; start += task->batch) {
    const int left = task->samples - start;
    loss = learn(net, task, order + LANES * start, left < task->batch ? left : task->batch, loss);
  }
  return _mm_div_ps(loss, all((float)task->samples));
}

static int allFinite(const Net *net, const Task *task, lanes loss) {
  /* 0 times a finite number is 0, and times any other NaN. */
  lanes sum = times(all(0.0f), loss);
  for (int i = 0; i < task->parameterCount; i++) sum = plus(sum, times(all(0.0f), net->parameters[i]));
  return _mm_movemask_ps(_mm_cmpeq_ps(sum, sum)) == 15;
}

static lanes train(const Net *net, const Task *task, uint32_t *order, int epochs) {
  Streams streams = streamsOf(task->streams);
  for (int i = 0; i < LANES * task->samples; i++) order[i] = i / LANES;
  begin(net, task);
  lanes loss = _mm_setzero_ps();
  for (int e = 0; e < epochs; e++) {
    shuffle(order, task->samples, &streams);
    loss = epoch(net, task, order);
    if (!allFinite(net, task, loss)) stop("a lane diverged");
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
  const Task task = taskIn(argv[1]);
  const Net net = netOf(&task);
  const int epochs = atoi(argv[2]), repeats = atoi(argv[3]);
  uint32_t *order = room(LANES * task.samples * sizeof(uint32_t));
  lanes loss = _mm_setzero_ps();
  const long since = cpu();
  for (int i = 0; i < repeats; i++) loss = train(&net, &task, order, epochs);
  printf("%.3f\n", (double)(cpu() - since) / repeats);
  printBits(&loss, 1);
  printBits(net.parameters, task.parameterCount);
  return 0;
}
