import { rng, shuffled } from '#shared/rng';
import type { MlpDesign } from '#shared/training/mlp/design';
import { outputsOf, type Output } from '#shared/training/output';
import type { Learning } from '#shared/training/request';
import { differences } from './differences';
import { costOf64, layersOf, sumsOf } from './float64';

export type MlpRecipe = Learning & MlpDesign & { readonly output: Output };

const sizesOf = ({ layers, output, train }: MlpRecipe) => [
  train.x.length / train.y.length,
  ...layers,
  outputsOf(output),
];

/** Whether each parameter is a weight, which is penalised, or a bias. */
function weightPlaces(sizes: readonly number[]): boolean[] {
  return sizes
    .slice(1)
    .flatMap((neurons, l) => [
      ...new Array<boolean>(neurons * (sizes[l] as number)).fill(true),
      ...new Array<boolean>(neurons).fill(false),
    ]);
}

/** The mean cost of some samples, with what L2 adds to it. */
export function meanCost(
  recipe: MlpRecipe,
  parameters: readonly number[],
  samples: readonly number[],
): number {
  const { train, activation, output, l2 = 0 } = recipe;
  const sizes = sizesOf(recipe);
  const inputs = sizes[0] as number;
  const layers = layersOf(parameters, sizes);
  const costs = samples.map((i) => {
    const x = train.x.slice(i * inputs, (i + 1) * inputs);
    return costOf64(output, sumsOf(layers, activation, x), train.y[i] as number);
  });
  const isWeight = weightPlaces(sizes);
  const squares = parameters.reduce((sum, w, i) => sum + (isWeight[i] === true ? w * w : 0), 0);
  return costs.reduce((sum, cost) => sum + cost, 0) / samples.length + (l2 / 2) * squares;
}

type Rule = (parameters: readonly number[], gradient: readonly number[]) => number[];

/** The three optimisers, as their papers write them for a mean gradient. */
function ruleOf({ optimiser = 'sgd', rate }: MlpRecipe, count: number): Rule {
  const zeros = () => new Array<number>(count).fill(0);
  let [m, v, t] = [zeros(), zeros(), 0];
  if (optimiser === 'sgd') return (w, g) => w.map((value, i) => value - rate * (g[i] as number));
  if (optimiser === 'momentum')
    return (w, g) => {
      v = v.map((speed, i) => 0.9 * speed + rate * (g[i] as number));
      return w.map((value, i) => value - (v[i] as number));
    };
  return (w, g) => {
    t += 1;
    m = m.map((mean, i) => 0.9 * mean + 0.1 * (g[i] as number));
    v = v.map((square, i) => 0.999 * square + 0.001 * (g[i] as number) ** 2);
    return w.map((value, i) => {
      const [mean, square] = [(m[i] as number) / (1 - 0.9 ** t), (v[i] as number) / (1 - 0.999 ** t)];
      return value - (rate * mean) / (Math.sqrt(square) + 1e-8);
    });
  };
}

/** L1 after each step: every weight goes rate x l1 towards 0, and not past it. */
function softened({ rate, l1 = 0 }: MlpRecipe, parameters: readonly number[], isWeight: readonly boolean[]) {
  return parameters.map((w, i) =>
    isWeight[i] === true ? Math.sign(w) * Math.max(0, Math.abs(w) - rate * l1) : w,
  );
}

/**
 * The parameters after so many epochs in 64 bits, from the same start, over the same samples in the same order; every
 * gradient by central differences.
 */
export function trained64(recipe: MlpRecipe, start: readonly number[], epochs: number): number[] {
  const isWeight = weightPlaces(sizesOf(recipe));
  const rule = ruleOf(recipe, start.length);
  const stream = rng(recipe.seeds[0] as string, 'order');
  let order = recipe.train.y.map((_, i) => i);
  let parameters = [...start];
  for (let epoch = 0; epoch < epochs; epoch++) {
    order = shuffled(order, stream);
    for (let at = 0; at < order.length; at += recipe.batch) {
      const batch = order.slice(at, at + recipe.batch);
      const gradient = differences(parameters, (nudged) => meanCost(recipe, nudged, batch));
      parameters = softened(recipe, rule(parameters, gradient), isWeight);
    }
  }
  return parameters;
}
