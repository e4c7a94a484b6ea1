import { derive, rng, type Seed } from '#shared/rng';
import { visiblePoints } from '#shared/training/sets/splits';
import type { Work } from './work';

/** A dense network with tanh inside and one sigmoid output, and what it learns; one seed for each lane. */
export interface Dense extends Work {
  /** d_0 .. d_L; the last is 1. */
  readonly sizes: readonly number[];
  /** d_0 numbers for each sample. */
  readonly x: readonly number[];
  readonly y: readonly (0 | 1)[];
  readonly rate: number;
  readonly batch: number;
  readonly seeds: readonly [Seed, Seed, Seed, Seed];
}

/** The hidden layers alone. */
export const hiddenLayers = ({ sizes }: Pick<Dense, 'sizes'>): readonly number[] => sizes.slice(1, -1);

const dense = (workload: Omit<Dense, 'recipe'>): Dense => ({
  ...workload,
  recipe: {
    ...{ family: 'mlp', train: { x: workload.x, y: workload.y }, layers: hiddenLayers(workload) },
    ...{ activation: 'tanh', rate: workload.rate, batch: workload.batch, seeds: workload.seeds },
  },
});

export const SEED: Seed = 'be9c4be9c4be9c4be9c4be9c4be9c4be';

const lane = (i: number) => derive(SEED, `lane ${i}`);
export const seeds = [lane(0), lane(1), lane(2), lane(3)] as const;

export const SAMPLES = 500;

/** The network of the targets: points in a ring or in the disc inside of it. */
export const narrow = dense({
  ...{ name: '2-8-8-1', sizes: [2, 8, 8, 1] },
  ...visiblePoints('circle', SAMPLES, 10, SEED),
  ...{ rate: 0.03, batch: 10, epochs: 100, seeds },
});

/** Pictures of noise, 8 x 8 from -1 to 1; class 1 where the left half is brighter than the right one. */
function halves(): Pick<Dense, 'x' | 'y'> {
  const random = rng(SEED, 'halves');
  const x = Array.from({ length: SAMPLES * 64 }, () => Math.fround(2 * random.unit() - 1));
  const y = Array.from({ length: SAMPLES }, (_, sample) => {
    const picture = x.slice(sample * 64, sample * 64 + 64);
    const left = picture.reduce((sum, value, i) => sum + (i % 8 < 4 ? value : -value), 0);
    return left > 0 ? 1 : 0;
  });
  return { x, y };
}

/** As wide as a network over small pictures is. */
export const wide = dense({
  ...{ name: '64-32-16-1', sizes: [64, 32, 16, 1] },
  ...halves(),
  ...{ rate: 0.03, batch: 10, epochs: 20, seeds },
});

export const parameterCount = ({ sizes }: Dense): number =>
  sizes.slice(1).reduce((count, neurons, l) => count + neurons * ((sizes[l] as number) + 1), 0);

/** The parameters before the first step, as docs/training-core.md has them (Xavier), each rounded to 32 bits. */
export function initialParameters({ sizes }: Dense, seed: Seed): Float32Array {
  const random = rng(seed, 'weights');
  const f = Math.fround;
  const layers = sizes.slice(1).map((neurons, l) => {
    const before = sizes[l] as number;
    const limit = f(Math.sqrt(f(6 / (before + neurons))));
    const unit = () => (random.uint32() >>> 8) / 16_777_216;
    return [
      ...Array.from({ length: neurons * before }, () => (2 * unit() - 1) * limit),
      ...Array.from({ length: neurons }, () => 0),
    ];
  });
  return Float32Array.from(layers.flat());
}
