import { rng, type Rng, type Seed } from '#shared/rng';
import { cpuOf, type Contestant } from './contestant';
import { initialParameters, parameterCount, type Dense } from './dense';

/** One run: everything in 64 bits, all parameters in one array, everything else in arrays that are used again. */
interface Flat {
  readonly sizes: Int32Array;
  /** Each layer has so much room among the outputs and among the errors. */
  readonly widest: number;
  readonly w: Float64Array;
  readonly gradient: Float64Array;
  readonly out: Float64Array;
  readonly error: Float64Array;
  readonly order: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function flatOf(workload: Dense, seed: Seed): Flat {
  const widest = Math.max(...workload.sizes);
  return {
    sizes: Int32Array.from(workload.sizes),
    widest,
    w: Float64Array.from(initialParameters(workload, seed)),
    gradient: new Float64Array(parameterCount(workload)),
    out: new Float64Array(widest * workload.sizes.length),
    error: new Float64Array(widest * workload.sizes.length),
    order: Uint32Array.from(workload.y.keys()),
    x: Float64Array.from(workload.x),
    y: Float64Array.from(workload.y),
  };
}

/** One sample there and back; adds to the gradient and returns the cost. */
function addSampleGradient({ sizes, widest, w, gradient, out, error, x, y }: Flat, sample: number): number {
  const layers = sizes.length - 1;
  const inputs = sizes[0]!;
  for (let j = 0; j < inputs; j++) out[j] = x[sample * inputs + j]!;
  let p = 0;
  for (let l = 1; l <= layers; l++) {
    const n = sizes[l - 1]!;
    const m = sizes[l]!;
    const from = (l - 1) * widest;
    const to = l * widest;
    for (let i = 0; i < m; i++) {
      let z = w[p + n * m + i]!;
      for (let j = 0; j < n; j++) z += w[p + i * n + j]! * out[from + j]!;
      out[to + i] = l < layers ? Math.tanh(z) : z;
    }
    p += m * (n + 1);
  }
  const z = out[layers * widest]!;
  error[layers * widest] = 1 / (1 + Math.exp(-z)) - y[sample]!;
  for (let l = layers; l > 0; l--) {
    const n = sizes[l - 1]!;
    const m = sizes[l]!;
    const from = (l - 1) * widest;
    const to = l * widest;
    p -= m * (n + 1);
    if (l > 1) for (let j = 0; j < n; j++) error[from + j] = 0;
    for (let i = 0; i < m; i++) {
      const delta = error[to + i]!;
      const row = p + i * n;
      for (let j = 0; j < n; j++) gradient[row + j]! += delta * out[from + j]!;
      if (l > 1) for (let j = 0; j < n; j++) error[from + j]! += w[row + j]! * delta;
      gradient[p + n * m + i]! += delta;
    }
    if (l > 1) for (let j = 0; j < n; j++) error[from + j]! *= 1 - out[from + j]! * out[from + j]!;
  }
  return Math.max(z, 0) - z * y[sample]! + Math.log(1 + Math.exp(-Math.abs(z)));
}

function shuffle(order: Uint32Array, random: Rng): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}

/** Every sample once, in mini-batches; returns the mean cost. */
function epoch(run: Flat, rate: number, batch: number, random: Rng): number {
  const { order, w, gradient } = run;
  shuffle(order, random);
  let loss = 0;
  for (let start = 0; start < order.length; start += batch) {
    const end = Math.min(start + batch, order.length);
    gradient.fill(0);
    for (let at = start; at < end; at++) loss += addSampleGradient(run, order[at]!);
    const stepSize = rate / (end - start);
    for (let i = 0; i < w.length; i++) w[i]! -= stepSize * gradient[i]!;
  }
  return loss / order.length;
}

function trained(workload: Dense, seed: Seed): Float64Array {
  const run = flatOf(workload, seed);
  const random = rng(seed, 'order');
  for (let e = 0; e < workload.epochs; e++) {
    if (!Number.isFinite(epoch(run, workload.rate, workload.batch, random))) break;
  }
  return run.w;
}

/** The plain loop that one writes who wants it fast: the same batches in the same order, the same loss, Math.tanh. */
export const flat: Contestant<Dense> = {
  name: 'flat loop',
  prepare: (workload) => {
    let parameters: Float64Array[] = [];
    const train = () => (parameters = workload.seeds.map((seed) => trained(workload, seed)));
    const share = workload.seeds.length * workload.epochs;
    return Promise.resolve({
      measure: async () => (await cpuOf(train)) / share,
      parameters: () => parameters,
    });
  },
};
