import { attention, type Sizes } from './attention';
import { feedForward } from './feed-forward';
import { norm } from './norm';
import { vectorsOf, type Reach, type Stage, type Vectors } from './stage';

/** Stages one after the other, the parameters of each behind those of the one before. */
export function inTurn(first: number, ...makers: readonly ((first: number) => Stage)[]): Stage {
  const stages: Stage[] = [];
  let end = first;
  for (const make of makers) {
    const stage = make(end);
    stages.push(stage);
    end = stage.end;
  }
  return {
    groups: stages.flatMap(({ groups }) => groups),
    end,
    forward: (weights) => {
      for (let s = 0; s < stages.length; s++) (stages[s] as Stage).forward(weights);
    },
    backward: (weights, gradient) => {
      for (let s = stages.length - 1; s >= 0; s--) (stages[s] as Stage).backward(weights, gradient);
    },
  };
}

/**
 * One block: x <- x + attention(norm(x)), then x <- x + MLP(norm(x)), in the stream. The norms stand before, beside
 * the residual (Xiong et al. 2020): so the error reaches the embedding undivided, and a fixed rate works from the
 * first step. Positions before `from` only give their keys and values.
 */
export function block(stream: Vectors, sizes: Sizes, reach: Reach, first: number): Stage {
  const { width } = sizes;
  const all = { ...reach, from: 0 };
  const seen = vectorsOf(reach.positions, width);
  const thought = vectorsOf(reach.positions, width);
  return inTurn(
    first,
    (at) => norm(stream, seen, width, all, at),
    (at) => attention(seen, stream, sizes, reach, at),
    (at) => norm(stream, thought, width, reach, at),
    (at) => feedForward(thought, stream, sizes, reach, at),
  );
}
