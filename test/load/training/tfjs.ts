import { dirname } from 'node:path';
import { cpuOf, type Contestant } from './contestant';
import { loadPackage, NOT_INSTALLED, pathOf } from './packages';
import type { Dense } from './dense';

/** It takes so long that a whole run would hold everybody else up. */
const EPOCHS = 5;

interface Tensor {
  readonly dispose: () => void;
  readonly gather: (rows: Tensor) => Tensor;
  readonly matMul: (other: Tensor) => Tensor;
  readonly add: (other: Tensor) => Tensor;
  readonly tanh: () => Tensor;
}

interface Tf {
  /** Without checks, and without advice. */
  readonly enableProdMode: () => void;
  readonly setBackend: (name: string) => Promise<boolean>;
  readonly tidy: (work: () => void) => void;
  readonly train: { readonly sgd: (rate: number) => { readonly minimize: (loss: () => Tensor) => unknown } };
  readonly losses: { readonly sigmoidCrossEntropy: (y: Tensor, z: Tensor) => Tensor };
  readonly util: { readonly createShuffledIndices: (count: number) => Uint32Array };
  readonly variable: (start: Tensor) => Tensor;
  readonly zeros: (shape: readonly number[]) => Tensor;
  readonly randomNormal: (shape: readonly number[]) => Tensor;
  readonly tensor1d: (values: readonly number[], type: 'int32') => Tensor;
  readonly tensor2d: (values: readonly number[], shape: readonly number[]) => Tensor;
}

interface WasmBackend {
  readonly setWasmPaths: (folder: string) => void;
}

/** The library with one of its backends; null where it is not installed. */
function load(backend: 'cpu' | 'wasm'): Tf | null {
  const tf = loadPackage<Tf>('@tensorflow/tfjs');
  tf?.enableProdMode();
  if (tf === null || backend === 'cpu') return tf;
  const name = '@tensorflow/tfjs-backend-wasm';
  const wasm = loadPackage<WasmBackend>(name);
  wasm?.setWasmPaths(`${dirname(pathOf(name))}/`);
  return wasm === null ? null : tf;
}

interface Layer {
  readonly w: Tensor;
  readonly b: Tensor;
}

const layersOf = (tf: Tf, { sizes }: Dense): Layer[] =>
  sizes.slice(1).map((neurons, l) => ({
    w: tf.variable(tf.randomNormal([sizes[l] as number, neurons])),
    b: tf.variable(tf.zeros([neurons])),
  }));

function forward(layers: readonly Layer[], x: Tensor): Tensor {
  return layers.reduce((input, { w, b }, l) => {
    const z = input.matMul(w).add(b);
    return l < layers.length - 1 ? z.tanh() : z;
  }, x);
}

/** By its operations, which take 0.6 of the time of its `fit`. */
function train(tf: Tf, workload: Dense, layers: readonly Layer[], x: Tensor, y: Tensor): void {
  const { batch } = workload;
  const samples = workload.y.length;
  const sgd = tf.train.sgd(workload.rate);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = tf.util.createShuffledIndices(samples);
    for (let start = 0; start < samples; start += batch) {
      tf.tidy(() => {
        const rows = tf.tensor1d([...order.subarray(start, start + batch)], 'int32');
        const [points, right] = [x.gather(rows), y.gather(rows)];
        sgd.minimize(() => tf.losses.sigmoidCrossEntropy(right, forward(layers, points)));
      });
    }
  }
}

export const tfjs = (backend: 'cpu' | 'wasm'): Contestant<Dense> => ({
  name: `tfjs (${backend})`,
  prepare: (workload) => {
    const tf = load(backend);
    if (tf === null) return Promise.resolve(NOT_INSTALLED);
    const samples = workload.y.length;
    const measure = async () => {
      if (!(await tf.setBackend(backend))) throw new Error(`tfjs has no backend ${backend}`);
      const x = tf.tensor2d(workload.x, [samples, workload.x.length / samples]);
      const y = tf.tensor2d(workload.y, [samples, 1]);
      const layers = layersOf(tf, workload);
      const cpu = await cpuOf(() => train(tf, workload, layers, x, y));
      for (const tensor of [x, y, ...layers.flatMap(({ w, b }) => [w, b])]) tensor.dispose();
      return cpu / EPOCHS;
    };
    return Promise.resolve({ measure });
  },
});
