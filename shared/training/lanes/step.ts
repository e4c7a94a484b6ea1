import type { Network } from '../network';
import type { OptimiserName, Penalties } from '../optimiser';
import type { GradientTarget } from './weight-gradient';
import type { Layout } from './layout';
import { VECTOR, type Memory } from './memory';
import { bitsOf, type Program } from './program';

const f = Math.fround;

/** How a recipe learns; its numbers are rounded to 32 bits. */
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
  if (optimiser === 'sgd') program.add('sgdStep', 1, ...common);
  else if (optimiser === 'momentum') program.add('momentumStep', 1, ...common, memory.vectors(count));
  else {
    const [m, v, powers] = [memory.vectors(count), memory.vectors(count), memory.numbers(2)];
    memory.setNumbers(powers, [1, 1]);
    program.add('adamStep', 1, ...common, m, v, powers);
  }
}

/**
 * Backwards through a network, then the step of an optimiser with its penalties; the formulas are those of `stepOf` in
 * optimiser.ts. Plain descent without L2 does not store the gradient: `weightGradient` takes the step at once.
 */
export function addLearning(
  program: Program,
  memory: Memory,
  learning: Learning,
  { groups, parameterCount }: Network,
  weights: number,
  { ownGradient = false }: Layout,
  addBackward: (target: GradientTarget) => void,
): void {
  const { optimiser, rate, l1, l2 } = learning;
  const penalised = groups.filter(({ kind }) => kind === 'weights');
  if (optimiser === 'sgd' && l2 === 0 && !ownGradient) addBackward({ at: weights, rate });
  else {
    const gradient = memory.vectors(parameterCount);
    program.add('clear', 0, gradient, parameterCount);
    addBackward({ at: gradient });
    for (const { first, count } of l2 === 0 ? [] : penalised) {
      const offset = first * VECTOR;
      program.add('l2Gradient', 1, weights + offset, gradient + offset, count, bitsOf(l2));
    }
    addStep(program, memory, learning, parameterCount, weights, gradient);
  }
  for (const { first, count } of l1 === 0 ? [] : penalised) {
    program.add('l1SoftThreshold', 1, weights + first * VECTOR, 0, count, bitsOf(f(rate * l1)));
  }
}
