import type { Network } from '../network';
import type { OptimiserName, Penalties } from '../optimiser';
import type { Aim } from './aim';
import type { Layout } from './layout';
import { VECTOR, type Memory } from './memory';
import { bitsOf, type Program } from './program';

const f = Math.fround;

/** How a recipe learns, in 32-bit floats. */
export interface Learning extends Penalties {
  readonly optimiser: OptimiserName;
  readonly rate: number;
}

/** The step of an optimiser that needs the gradient itself. */
function addStep(
  program: Program,
  memory: Memory,
  { optimiser, rate }: Learning,
  count: number,
  weights: number,
  gradient: number,
): void {
  const common = [weights, gradient, count, bitsOf(rate)] as const;
  if (optimiser === 'sgd') program.add('descend', 1, ...common);
  else if (optimiser === 'momentum') program.add('roll', 1, ...common, memory.vectors(count));
  else {
    const [m, v, powers] = [memory.vectors(count), memory.vectors(count), memory.numbers(2)];
    memory.setNumbers(powers, [1, 1]);
    program.add('adapt', 1, ...common, m, v, powers);
  }
}

/**
 * Backwards through a network, then the step of an optimiser with its penalties: the rules of `stepOf`. Plain descent
 * without L2 needs no gradient of its own.
 */
export function addLearning(
  program: Program,
  memory: Memory,
  learning: Learning,
  { groups, parameterCount }: Network,
  weights: number,
  { ownGradient = false }: Layout,
  addBackward: (aim: Aim) => void,
): void {
  const { optimiser, rate, l1, l2 } = learning;
  const penalised = groups.filter(({ kind }) => kind === 'weights');
  if (optimiser === 'sgd' && l2 === 0 && !ownGradient) addBackward({ at: weights, rate });
  else {
    const gradient = memory.vectors(parameterCount);
    program.add('clear', 0, gradient, parameterCount);
    addBackward({ at: gradient });
    for (const { first, count } of l2 === 0 ? [] : penalised) {
      const place = first * VECTOR;
      program.add('pull', 1, weights + place, gradient + place, count, bitsOf(l2));
    }
    addStep(program, memory, learning, parameterCount, weights, gradient);
  }
  for (const { first, count } of l1 === 0 ? [] : penalised) {
    program.add('shrink', 1, weights + first * VECTOR, 0, count, bitsOf(f(rate * l1)));
  }
}
