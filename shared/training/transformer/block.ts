import { attention, type Sizes } from './attention';
import { feedForward } from './feed-forward';
import { layerNorm } from './layer-norm';
import { vectorsOf, type PositionRange, type Stage, type Vectors } from './stage';

/** Stages one after the other, the parameters of each behind those of the one before. */
export function inSequence(first: number, ...makers: readonly ((first: number) => Stage)[]): Stage {
  const stages: Stage[] = [];
  let end = first;
  let attended: Float32Array | undefined;
  for (const make of makers) {
    const stage = make(end);
    stages.push(stage);
    end = stage.end;
    attended = stage.attended ?? attended;
  }
  return {
    groups: stages.flatMap(({ groups }) => groups),
    end,
    attended,
    forward: (weights) => {
      for (let s = 0; s < stages.length; s++) (stages[s] as Stage).forward(weights);
    },
    backward: (weights, gradient) => {
      for (let s = stages.length - 1; s >= 0; s--) (stages[s] as Stage).backward(weights, gradient);
    },
  };
}

/**
 * One block: x <- x + attention(norm(x)), then x <- x + MLP(norm(x)), in the stream. The norms are inside
 * the branches (Xiong et al. 2020), so the error reaches the embedding through the residual connections unscaled, and a
 * fixed rate works from the first step. Positions before `from` only have a key and a value here.
 */
export function block(stream: Vectors, sizes: Sizes, range: PositionRange, first: number): Stage {
  const { width } = sizes;
  const all = { ...range, from: 0 };
  const attentionInput = vectorsOf(range.positions, width);
  const mlpInput = vectorsOf(range.positions, width);
  return inSequence(
    first,
    (at) => layerNorm(stream, attentionInput, width, all, at),
    (at) => attention(attentionInput, stream, sizes, range, at),
    (at) => layerNorm(stream, mlpInput, width, range, at),
    (at) => feedForward(mlpInput, stream, sizes, range, at),
  );
}
