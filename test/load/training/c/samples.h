/*
 * A mini-batch sample by sample, through four networks of one shape, one in each lane, tanh inside and one output
 * neuron with cross-entropy; the order of every sum is that of docs/training-core.md. Four neurons at a time in both
 * directions: an input that was loaded serves four sums, and the weight gradient and the inputs' errors are computed
 * in one pass.
 */
#ifndef SAMPLES_H
#define SAMPLES_H

#include "task.h"

typedef struct {
  int inputs, neurons;
  /* W row by row, then b; the gradient as W. */
  lanes *w, *b, *gw, *gb;
  /* What comes in, what goes out, and the derivatives of the cost by either; inError is null in the first layer. */
  lanes *in, *out, *inError, *outError;
} Layer;

typedef struct {
  int layers;
  Layer layer[MAX_LAYERS];
  lanes *parameters, *gradient;
} Net;

/* Lays the layers out, one behind the other. */
static Net netOf(const Task *task) {
  Net net = {.layers = task->layers};
  lanes *w = net.parameters = vectors(task->parameterCount);
  lanes *g = net.gradient = vectors(task->parameterCount);
  lanes *in = vectors(task->sizes[0]), *inError = NULL;
  for (int k = 0; k < net.layers; k++) {
    const int inputs = task->sizes[k], neurons = task->sizes[k + 1], rows = inputs * neurons;
    lanes *out = vectors(neurons), *outError = vectors(neurons);
    net.layer[k] = (Layer){inputs, neurons, w, w + rows, g, g + rows, in, out, inError, outError};
    w += rows + neurons;
    g += rows + neurons;
    in = out;
    inError = outError;
  }
  return net;
}

static inline void sumsOfFour(const Layer *l, int i) {
  const int n = l->inputs;
  const lanes *w = l->w + i * n;
  lanes a = l->b[i], b = l->b[i + 1], c = l->b[i + 2], d = l->b[i + 3];
  for (int j = 0; j < n; j++) {
    lanes x = l->in[j];
    a = plus(a, times(w[j], x));
    b = plus(b, times(w[n + j], x));
    c = plus(c, times(w[2 * n + j], x));
    d = plus(d, times(w[3 * n + j], x));
  }
  l->out[i] = a;
  l->out[i + 1] = b;
  l->out[i + 2] = c;
  l->out[i + 3] = d;
}

static inline void sumOfOne(const Layer *l, int i) {
  lanes z = l->b[i];
  for (int j = 0; j < l->inputs; j++) z = plus(z, times(l->w[i * l->inputs + j], l->in[j]));
  l->out[i] = z;
}

static inline void sums(const Layer *l) {
  int i = 0;
  for (; i + 4 <= l->neurons; i += 4) sumsOfFour(l, i);
  for (; i < l->neurons; i++) sumOfOne(l, i);
}

/* From the first layer's inputs to z of the output neuron. */
static lanes forward(const Net *net) {
  for (int k = 0; k < net->layers - 1; k++) {
    const Layer *l = &net->layer[k];
    sums(l);
    for (int i = 0; i < l->neurons; i++) l->out[i] = tanhOf(l->out[i]);
  }
  const Layer *last = &net->layer[net->layers - 1];
  sums(last);
  return last->out[0];
}

static inline lanes learnt(lanes g, lanes delta, lanes x) { return plus(g, times(delta, x)); }

static inline void backOfFour(const Layer *l, int i) {
  const int n = l->inputs;
  const lanes *w = l->w + i * n;
  lanes *g = l->gw + i * n;
  const lanes a = l->outError[i], b = l->outError[i + 1], c = l->outError[i + 2], d = l->outError[i + 3];
  for (int j = 0; j < n; j++) {
    lanes x = l->in[j];
    g[j] = learnt(g[j], a, x);
    g[n + j] = learnt(g[n + j], b, x);
    g[2 * n + j] = learnt(g[2 * n + j], c, x);
    g[3 * n + j] = learnt(g[3 * n + j], d, x);
    if (!l->inError) continue;
    lanes e = l->inError[j];
    e = plus(e, times(w[j], a));
    e = plus(e, times(w[n + j], b));
    e = plus(e, times(w[2 * n + j], c));
    l->inError[j] = plus(e, times(w[3 * n + j], d));
  }
}

static inline void backOfOne(const Layer *l, int i) {
  const lanes delta = l->outError[i];
  for (int j = 0; j < l->inputs; j++) {
    int at = i * l->inputs + j;
    l->gw[at] = learnt(l->gw[at], delta, l->in[j]);
    if (l->inError) l->inError[j] = plus(l->inError[j], times(l->w[at], delta));
  }
}

/* From errors of outputs to deltas: times the derivative of tanh, which is 1 - a a where the output is a. */
static inline void slopes(const Layer *l) {
  for (int j = 0; j < l->inputs; j++) {
    lanes a = l->in[j];
    l->inError[j] = times(l->inError[j], minus(all(1.0f), times(a, a)));
  }
}

/* Adds a sample's derivatives to the gradient; `delta` is the output neuron's, p - y*. */
static void backward(const Net *net, lanes delta) {
  net->layer[net->layers - 1].outError[0] = delta;
  for (int k = net->layers - 1; k >= 0; k--) {
    const Layer *l = &net->layer[k];
    if (l->inError)
      for (int j = 0; j < l->inputs; j++) l->inError[j] = _mm_setzero_ps();
    int i = 0;
    for (; i + 4 <= l->neurons; i += 4) backOfFour(l, i);
    for (; i < l->neurons; i++) backOfOne(l, i);
    for (i = 0; i < l->neurons; i++) l->gb[i] = plus(l->gb[i], l->outError[i]);
    if (l->inError) slopes(l);
  }
}

/* w - stepSize g, and the gradient back to 0. */
static void sgdStep(const Net *net, int count, float stepSize) {
  for (int i = 0; i < count; i++) {
    net->parameters[i] = minus(net->parameters[i], times(all(stepSize), net->gradient[i]));
    net->gradient[i] = _mm_setzero_ps();
  }
}

/* Learns from a mini-batch of `rows` samples of each lane; returns `loss` with their costs added. */
static lanes learn(const Net *net, const Task *task, const uint32_t *order, int rows, lanes loss) {
  for (int r = 0; r < rows; r++, order += LANES) {
    lanes right, delta;
    gather(task->y, 1, order, &right);
    gather(task->x, task->sizes[0], order, net->layer[0].in);
    lanes z = forward(net);
    loss = plus(loss, judge(z, expOfMinusSize(z), right, &delta));
    backward(net, delta);
  }
  sgdStep(net, task->parameterCount, task->rate / (float)rows);
  return loss;
}

#endif
