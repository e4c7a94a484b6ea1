import type { Network } from '../network';
import type { Penalties } from '../optimiser';
import type { OptimiserName } from '../optimiser';
import { VECTOR, type Memory } from './memory';
import { bitsOf, type Program } from './program';

const f = Math.fround;

/** Addresses of all parameters and of their gradient. */
export interface Parameters {
  readonly weights: number;
  readonly gradient: number;
}

function addStep(
  program: Program,
  memory: Memory,
  name: OptimiserName,
  rate: number,
  count: number,
  { weights, gradient }: Parameters,
): void {
  const common = [weights, gradient, count, bitsOf(rate)] as const;
  if (name === 'sgd') program.add('descend', 1, ...common);
  else if (name === 'momentum') program.add('roll', 1, ...common, memory.vectors(count));
  else {
    const [m, v, powers] = [memory.vectors(count), memory.vectors(count), memory.numbers(2)];
    memory.setNumbers(powers, [1, 1]);
    program.add('adapt', 1, ...common, m, v, powers);
  }
}

/** The step of an optimiser and its penalties: the rules of `stepOf`. */
export function addLearning(
  program: Program,
  memory: Memory,
  learning: { readonly optimiser: OptimiserName; readonly rate: number } & Penalties,
  network: Network,
  parameters: Parameters,
): void {
  const { optimiser, rate, l1, l2 } = learning;
  const { weights, gradient } = parameters;
  const penalised = network.groups.filter(({ kind }) => kind === 'weights');
  for (const { first, count } of l2 === 0 ? [] : penalised) {
    const place = first * VECTOR;
    program.add('pull', 1, weights + place, gradient + place, count, bitsOf(l2));
  }
  addStep(program, memory, optimiser, rate, network.parameterCount, parameters);
  for (const { first, count } of l1 === 0 ? [] : penalised) {
    program.add('shrink', 1, weights + first * VECTOR, 0, count, bitsOf(f(rate * l1)));
  }
}
