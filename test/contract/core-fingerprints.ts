import { derive, rng, type Seed } from '#shared/rng';
import { exp, log, sigmoid, tanh } from '#shared/training/math';
import { activations, type Activation } from '#shared/training/request';
import { generatedKinds } from '#shared/training/sets/generate';
import { visiblePoints } from '#shared/training/sets/splits';
import type { MlpDesign } from '#shared/training/mlp/design';
import type { Learning, Recipe } from '#shared/training/request';
import type { Core, Ensemble } from '#shared/training/ensemble';
import type { Lane } from '#shared/training/trainer';
import type { Samples } from '#shared/training/samples';
import { goldenBars, pictureRecipes } from './picture-fingerprints';
import { sequenceRecipes, sequenceSets } from './sequence-fingerprints';

/** A lane and what makes it go on. */
export type Run = Lane & Pick<Ensemble, 'tick'>;

/** The run of one seed alone. */
export function runBy(core: Core, recipe: Recipe, seedIndex: number): Run {
  const { lanes, tick } = core({ ...recipe, seeds: recipe.seeds.slice(seedIndex, seedIndex + 1) });
  const lane = lanes[0] as Lane;
  return Object.defineProperties({ tick } as Run, Object.getOwnPropertyDescriptors(lane));
}

const SEED: Seed = '600d600d600d600d600d600d600d600d';

/** 128 bits of the bits of some floats. */
export function fingerprint(floats: Float32Array): Seed {
  const bits = new Uint32Array(floats.buffer, floats.byteOffset, floats.length);
  return derive('fingerprint', bits.join(','));
}

/** Floats of every magnitude and sign, subnormals among them; NaN, whose bits are nobody's business, is not. */
function everyMagnitude(): Float32Array {
  const random = rng(SEED, 'magnitudes');
  const bits = Uint32Array.from({ length: 100_000 }, () => random.uint32());
  return new Float32Array(bits.buffer).filter((x) => !Number.isNaN(x));
}

/** Floats in the range where the functions are neither 0 nor 1. */
function everyday(): Float32Array {
  const random = rng(SEED, 'everyday');
  return Float32Array.from({ length: 100_000 }, () => (random.unit() - 0.5) * 40);
}

const inputs = () => Float32Array.from([...everyMagnitude(), ...everyday()]);

/** The functions over all of these; of negative numbers log has none. */
function functions(): Record<string, Seed> {
  const x = inputs();
  return {
    exp: fingerprint(x.map(exp)),
    tanh: fingerprint(x.map(tanh)),
    sigmoid: fingerprint(x.map(sigmoid)),
    log: fingerprint(x.map((value) => log(value < 0 ? -value : value))),
  };
}

function sets(): Record<string, Seed> {
  return Object.fromEntries(
    generatedKinds.map((kind) => {
      const { x, y } = visiblePoints(kind, 251, 15, SEED);
      return [kind, fingerprint(Float32Array.from([...x, ...y]))];
    }),
  );
}

/** A batch that does not divide the samples, on purpose. */
export const goldenRecipe = (activation: Activation): Learning & MlpDesign => ({
  family: 'mlp',
  train: visiblePoints('circle', 250, 10, SEED),
  layers: [8, 8],
  activation,
  rate: 0.03,
  batch: 7,
  seeds: [SEED],
});

function trained(core: Core): Record<string, Seed> {
  return Object.fromEntries(
    activations.map((activation) => {
      const run = runBy(core, goldenRecipe(activation), 0);
      run.tick(100);
      return [`2-8-8-1 ${activation}`, fingerprint(Float32Array.from([...run.weights, run.loss]))];
    }),
  );
}

const setOf = ({ x, y }: Samples) => fingerprint(Float32Array.from([...x, ...y]));

/** Networks of the other families, and the data they learn from. */
function families(core: Core): Record<string, Seed> {
  const jobs = Object.entries({ ...pictureRecipes(), ...sequenceRecipes() }).map(([name, recipe]) => {
    const run = runBy(core, recipe, 0);
    run.tick(10);
    return [name, fingerprint(Float32Array.from([...run.weights, run.loss]))] as const;
  });
  const data = Object.entries(sequenceSets()).map(([name, set]) => [name, setOf(set)] as const);
  return { bars: setOf(goldenBars()), ...Object.fromEntries([...data, ...jobs]) };
}

/** Everything of the core whose bits must be the same everywhere. */
export const fingerprints = (core: Core) => ({
  ...functions(),
  ...sets(),
  ...trained(core),
  ...families(core),
});
