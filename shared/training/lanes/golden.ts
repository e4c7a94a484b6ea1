import { derive } from '../../rng';
import type { Core, Ensemble } from '../ensemble';
import type { Recipe } from '../request';

/** The fingerprint of what the trials below must end with; it changes with the core's version, and only then. */
export const GOLDEN = 'b4bb577965e9a66f2f4e2742fe1cd654';

const SEEDS = ['golden 0', 'golden 1', 'golden 2', 'golden 3'];

/** Some of the numbers are subnormal, and so are sums and steps that come of them. */
const X = [1, -0.5, 1e-39, 2, -3e-40, 1e-38, 0.25, -4, 7e-45, 0, -1.5, 3];
const common = { train: { x: X, y: [0, 1, 1, 0, 1, 0] }, batch: 4, seeds: SEEDS };

/** Small networks of all kinds, for a fraction of a millisecond each. */
const TRIALS: readonly Recipe[] = [
  { ...common, family: 'mlp', layers: [5, 3], activation: 'tanh', rate: 0.3 },
  { ...common, family: 'mlp', layers: [4, 5], activation: 'relu', rate: 1e-38, optimiser: 'momentum' },
  { ...common, family: 'mlp', layers: [6], activation: 'sigmoid', rate: 0.1, optimiser: 'adam', l2: 0.01 },
  {
    ...common,
    family: 'mlp',
    layers: [3],
    activation: 'tanh',
    rate: 0.2,
    l1: 1e-39,
    output: { curve: 'softmax', classes: 3 },
  },
  { ...common, family: 'linear', rate: 1e-3 },
];

const bitsOf = (floats: Float32Array) => new Uint32Array(floats.buffer, floats.byteOffset, floats.length);

const written = ({ lanes }: Ensemble) =>
  lanes.flatMap(({ weights, loss }) => [...bitsOf(weights), ...bitsOf(Float32Array.of(loss))]).join(',');

/** A fingerprint, 128 bits in hexadecimal, of all parameters and losses that the trials end with, in every lane. */
export function goldenOf(core: Core): string {
  const ends = TRIALS.map((recipe) => {
    const ensemble = core(recipe);
    ensemble.tick(5);
    const end = written(ensemble);
    ensemble.close();
    return end;
  });
  return derive('golden', ends.join(';'));
}
