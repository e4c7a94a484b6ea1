/*
 * A whole mini-batch layer by layer, as the kernel takes it (weighted-sums.ts, input-errors.ts and weight-gradient.ts in
 * kernel/): in tiles of eight sums, so that a number that was loaded is used several times; each sum still adds its terms
 * in the order of docs/training-core.md. The step is taken at once, so no gradient is stored.
 */
#ifndef TILES_H
#define TILES_H

#include "task.h"

typedef struct {
  int inputs, neurons;
  /* W row by row, then b. */
  lanes *w;
  /* Row by row of the mini-batch: what comes in, what goes out, and the derivatives of the cost by either; inDelta is
   * null in the first layer. */
  lanes *in, *out, *inDelta, *outDelta;
} Layer;

typedef struct {
  int layers;
  Layer layer[MAX_LAYERS];
  lanes *parameters, *right;
} Net;

static Net netOf(const Task *task) {
  Net net = {.layers = task->layers, .parameters = vectors(task->parameterCount), .right = vectors(task->batch)};
  lanes *w = net.parameters, *in = vectors(task->batch * task->sizes[0]), *inDelta = NULL;
  for (int k = 0; k < net.layers; k++) {
    const int inputs = task->sizes[k], neurons = task->sizes[k + 1];
    lanes *out = vectors(task->batch * neurons), *outDelta = vectors(task->batch * neurons);
    net.layer[k] = (Layer){inputs, neurons, w, in, out, inDelta, outDelta};
    w += neurons * (inputs + 1);
    in = out;
    inDelta = outDelta;
  }
  return net;
}

/* Loops that are inlined into one another run out of registers, which takes a quarter more time. */
#define APART static __attribute__((noinline))

/* Sums by name, because an array of them would pass through memory: four things with one, or (a, b) with two. */
typedef struct {
  lanes a0, a1, a2, a3;
} Four;

typedef struct {
  Four a, b;
} Eight;

static inline Four same(lanes x) { return (Four){x, x, x, x}; }
static inline Four fourOf(const lanes *x) { return (Four){x[0], x[1], x[2], x[3]}; }

/* s + u p, the four of u so far apart as `skip` says. */
static inline Four more(Four s, const lanes *u, int skip, lanes p) {
  s.a0 = plus(s.a0, times(u[0], p));
  s.a1 = plus(s.a1, times(u[skip], p));
  s.a2 = plus(s.a2, times(u[2 * skip], p));
  s.a3 = plus(s.a3, times(u[3 * skip], p));
  return s;
}

/* From term to term u is uStep further, p and q pStep. */
static inline Eight eightSums(Eight s, int terms, const lanes *u, int uStep, int skip, const lanes *p, const lanes *q,
                              int pStep) {
  for (int t = 0; t < terms; t++, u += uStep, p += pStep, q += pStep)
    s = (Eight){more(s.a, u, skip, *p), more(s.b, u, skip, *q)};
  return s;
}

static inline Four fourSums(Four s, int terms, const lanes *u, int uStep, int skip, const lanes *p, int pStep) {
  for (int t = 0; t < terms; t++, u += uStep, p += pStep) s = more(s, u, skip, *p);
  return s;
}

static inline lanes oneSum(lanes s, int terms, const lanes *u, int uStep, const lanes *p, int pStep) {
  for (int t = 0; t < terms; t++) s = plus(s, times(u[t * uStep], p[t * pStep]));
  return s;
}

static inline void put(Four s, lanes *to, int skip) {
  to[0] = s.a0;
  to[skip] = s.a1;
  to[2 * skip] = s.a2;
  to[3 * skip] = s.a3;
}

static inline void sumsOfFour(const Layer *l, int i, int rows) {
  const int n = l->inputs, m = l->neurons;
  const lanes *w = l->w + i * n, *x = l->in;
  const Four bias = fourOf(l->w + m * n + i);
  lanes *z = l->out + i;
  int r = 0;
  for (; r + 2 <= rows; r += 2, x += 2 * n, z += 2 * m) {
    Eight s = eightSums((Eight){bias, bias}, n, w, 1, n, x, x + n, 1);
    put(s.a, z, 1);
    put(s.b, z + m, 1);
  }
  if (r < rows) put(fourSums(bias, n, w, 1, n, x, 1), z, 1);
}

static inline void sumsOfOne(const Layer *l, int i, int rows) {
  const int n = l->inputs, m = l->neurons;
  const lanes *w = l->w + i * n, bias = l->w[m * n + i];
  int r = 0;
  for (; r + 4 <= rows; r += 4) put(fourSums(same(bias), n, l->in + r * n, 1, n, w, 1), l->out + r * m + i, m);
  for (; r < rows; r++) l->out[r * m + i] = oneSum(bias, n, w, 1, l->in + r * n, 1);
}

APART void weightedSums(const Layer *l, int rows) {
  int i = 0;
  for (; i + 4 <= l->neurons; i += 4) sumsOfFour(l, i, rows);
  for (; i < l->neurons; i++) sumsOfOne(l, i, rows);
}

/* The errors of the inputs. */
APART void inputErrors(const Layer *l, int rows) {
  const int n = l->inputs, m = l->neurons, whole = n & ~3;
  const Four none = same(_mm_setzero_ps());
  for (int r = 0; r < rows; r++) {
    const lanes *d = l->outDelta + r * m;
    lanes *s = l->inDelta + r * n;
    for (int j = whole; j < n; j++) s[j] = oneSum(none.a0, m, l->w + j, n, d, 1);
    if (r % 2 == 1) continue;
    for (int j = 0; j < whole; j += 4) {
      if (r + 1 == rows) put(fourSums(none, m, l->w + j, n, 1, d, 1), s + j, 1);
      else {
        Eight two = eightSums((Eight){none, none}, m, l->w + j, n, 1, d, d + m, 1);
        put(two.a, s + j, 1);
        put(two.b, s + n + j, 1);
      }
    }
  }
}

static inline lanes stepped(lanes w, lanes g, lanes stepSize) { return minus(w, times(stepSize, g)); }

/* w - stepSize g for four of w. */
static inline void stepFour(Four g, lanes *w, int skip, lanes stepSize) {
  put((Four){stepped(w[0], g.a0, stepSize), stepped(w[skip], g.a1, stepSize), stepped(w[2 * skip], g.a2, stepSize),
             stepped(w[3 * skip], g.a3, stepSize)},
      w, skip);
}

/* The weights of two neurons: four inputs at a time. Up to three inputs are left over for the caller. */
static inline void gradientStepTwo(const Layer *l, int i, int rows, lanes stepSize) {
  const int n = l->inputs, m = l->neurons;
  const Four none = same(_mm_setzero_ps());
  const lanes *d = l->outDelta + i;
  for (int j = 0; j + 4 <= n; j += 4) {
    Eight g = eightSums((Eight){none, none}, rows, l->in + j, n, 1, d, d + 1, m);
    stepFour(g.a, l->w + i * n + j, 1, stepSize);
    stepFour(g.b, l->w + (i + 1) * n + j, 1, stepSize);
  }
}

/* Four neurons' weights and biases. */
static inline void gradientStepFour(const Layer *l, int i, int rows, lanes stepSize) {
  const int n = l->inputs, m = l->neurons;
  const Four none = same(_mm_setzero_ps());
  const lanes *d = l->outDelta + i, one = all(1.0f);
  lanes *w = l->w + i * n;
  gradientStepTwo(l, i, rows, stepSize);
  gradientStepTwo(l, i + 2, rows, stepSize);
  int j = n & ~3;
  for (; j + 2 <= n; j += 2) {
    Eight g = eightSums((Eight){none, none}, rows, d, m, 1, l->in + j, l->in + j + 1, n);
    stepFour(g.a, w + j, n, stepSize);
    stepFour(g.b, w + j + 1, n, stepSize);
  }
  if (j < n) stepFour(fourSums(none, rows, d, m, 1, l->in + j, n), w + j, n, stepSize);
  stepFour(fourSums(none, rows, d, m, 1, &one, 0), l->w + m * n + i, 1, stepSize);
}

static inline void gradientStepOne(const Layer *l, int i, int rows, lanes stepSize) {
  const int n = l->inputs, m = l->neurons;
  const Four none = same(_mm_setzero_ps());
  const lanes *d = l->outDelta + i, one = all(1.0f);
  lanes *w = l->w + i * n, *b = l->w + m * n + i;
  int j = 0;
  for (; j + 4 <= n; j += 4) stepFour(fourSums(none, rows, l->in + j, n, 1, d, m), w + j, 1, stepSize);
  for (; j < n; j++) w[j] = stepped(w[j], oneSum(none.a0, rows, l->in + j, n, d, m), stepSize);
  *b = stepped(*b, oneSum(none.a0, rows, d, m, &one, 0), stepSize);
}

/* The gradient of the layer's weights and biases, and at once their step against it. */
APART void weightGradientStep(const Layer *l, int rows, lanes stepSize) {
  int i = 0;
  for (; i + 4 <= l->neurons; i += 4) gradientStepFour(l, i, rows, stepSize);
  for (; i < l->neurons; i++) gradientStepOne(l, i, rows, stepSize);
}

APART void activation(lanes *z, int count) {
  for (int i = 0; i < count; i++) z[i] = tanhOf(z[i]);
}

/* From errors of outputs to deltas: times the derivative of tanh, which is 1 - a a where the output is a. */
APART void activationBackward(lanes *errors, const lanes *a, int count) {
  for (int i = 0; i < count; i++) errors[i] = times(errors[i], minus(all(1.0f), times(a[i], a[i])));
}

/* `loss` with the costs of all rows added. In two passes, so that the processor can work on other rows while
 * one row's division, which takes many cycles, is not done. */
APART lanes costs(const Layer *last, const lanes *right, int rows, lanes loss) {
  lanes *delta = last->outDelta;
  for (int r = 0; r < rows; r++) delta[r] = expOfMinusSize(last->out[r]);
  for (int r = 0; r < rows; r++) loss = plus(loss, judge(last->out[r], delta[r], right[r], &delta[r]));
  return loss;
}

/* Learns from a mini-batch of `rows` samples of each lane; returns `loss` with their costs added. */
static lanes learn(const Net *net, const Task *task, const uint32_t *order, int rows, lanes loss) {
  const int inputs = task->sizes[0], last = net->layers - 1;
  for (int r = 0; r < rows; r++) {
    gather(task->x, inputs, order + LANES * r, net->layer[0].in + r * inputs);
    gather(task->y, 1, order + LANES * r, net->right + r);
  }
  for (int k = 0; k <= last; k++) {
    weightedSums(&net->layer[k], rows);
    if (k < last) activation(net->layer[k].out, rows * net->layer[k].neurons);
  }
  loss = costs(&net->layer[last], net->right, rows, loss);
  const lanes stepSize = all(task->rate / (float)rows);
  for (int k = last; k >= 0; k--) {
    const Layer *l = &net->layer[k];
    if (l->inDelta) {
      /* Before the step, which changes the weights. */
      inputErrors(l, rows);
      activationBackward(l->inDelta, l->in, rows * l->inputs);
    }
    weightGradientStep(l, rows, stepSize);
  }
  return loss;
}

#endif
