import { kernelMaps } from './cnn/maps';
import { networkOf, outputOf } from './families';
import type { Network } from './network';
import { classesOf, decide } from './output';
import type { Design } from './request';
import { inputsOf, type Samples } from './samples';
import { exp } from './math';

/** About so many samples say which classes are mistaken for which: enough for a picture that is drawn again and again. */
const ASKED = 120;

/** What there is to see of a network that tells classes. */
export interface Seen {
  /** How many samples of each class are put into each: a row for each right class. */
  readonly confusion: Float32Array;
  readonly shown: readonly SeenSample[];
}

export interface SeenSample {
  /** How likely each class is. */
  readonly p: Float32Array;
  /** The kernels' maps, one after the other; or how much each head attends to each token, head by head. */
  readonly inner: Float32Array;
}

/** The same numbers in one array, which a worker can hand over. */
export function seen(
  design: Design,
  weights: Float32Array,
  samples: Samples,
  shown: readonly number[],
): Float32Array {
  const inputs = inputsOf(samples);
  const network = networkOf(design, inputs);
  const classes = classesOf(outputOf(design));
  const x = Float32Array.from(samples.x);
  const said = (sample: number): Float32Array => {
    network.forward(weights, x, sample * inputs);
    return network.z;
  };
  const inside = innerOf(design, network, weights, x);
  const parts = shown.map((sample) => {
    const p = softmax(said(sample));
    return [...p, ...inside(sample * inputs)];
  });
  return Float32Array.from([...confusionOf(samples, classes, (i) => decide(said(i))), ...parts.flat()]);
}

/** Which class is taken for which, for some samples. */
function confusionOf({ y }: Samples, classes: number, decided: (sample: number) => number): number[] {
  const counts = new Array<number>(classes * classes).fill(0);
  const every = Math.max(1, Math.floor(y.length / ASKED));
  for (let k = 0; k * every < y.length; k++) {
    // A step on in each round: samples may stand in an order of their classes.
    const i = Math.min(y.length - 1, k * every + (k % every));
    const cell = (y[i] as number) * classes + decided(i);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

function softmax(z: Float32Array): Float32Array {
  const most = Math.max(...z);
  const e = z.map((sum) => exp(sum - most));
  const all = e.reduce((sum, one) => sum + one, 0);
  return e.map((one) => one / all);
}

/** What is inside of the network for the sample that was just taken forwards, which begins at x[at]. */
function innerOf(
  design: Design,
  { attended }: Network,
  weights: Float32Array,
  x: Float32Array,
): (at: number) => Float32Array {
  if (design.family === 'cnn') {
    const maps = kernelMaps(design.convolutions, weights);
    return (at) => maps.of(x, at);
  }
  if (design.family !== 'transformer' || !attended) return () => new Float32Array(0);
  const { heads } = design;
  const positions = Math.round(Math.sqrt(attended.length / heads));
  const last = (head: number) => (head * positions + positions - 1) * positions;
  return () =>
    Float32Array.from({ length: heads * positions }, (_, i) => {
      const [head, position] = [Math.floor(i / positions), i % positions];
      return attended[last(head) + position] as number;
    });
}

/** What `seen` put into one array, of so many classes and shown samples. */
export function unpacked(packed: Float32Array, classes: number, shown: number): Seen {
  const cells = classes * classes;
  const each = shown === 0 ? 0 : (packed.length - cells) / shown;
  return {
    confusion: packed.subarray(0, cells),
    shown: Array.from({ length: shown }, (_, i) => {
      const at = cells + i * each;
      return { p: packed.subarray(at, at + classes), inner: packed.subarray(at + classes, at + each) };
    }),
  };
}

/** What a network predicts for each of some samples: its last sum. */
export function predicted(design: Design, weights: Float32Array, samples: Samples): Float32Array {
  const inputs = inputsOf(samples);
  const network = networkOf(design, inputs);
  const x = Float32Array.from(samples.x);
  return Float32Array.from(samples.y, (_, i) => {
    network.forward(weights, x, i * inputs);
    return network.z[0] as number;
  });
}
