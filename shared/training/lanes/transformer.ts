import type { Dense } from '../layers/dense';
import type { TransformerDesign } from '../transformer/design';
import { addBlock, addBlockBackward, blockRows } from './block';
import { addWeightGradient } from './weight-gradient';
import type { Layout } from './layout';
import type { PositionRange } from '../transformer/stage';
import { VECTOR, type Memory } from './memory';
import { addLayerNorm, addLayerNormBackward, layerNormRows } from './layer-norm';
import { tensor } from './tensor';

/** What transformer/network.ts hands over. */
export interface TransformerPlan {
  readonly design: TransformerDesign;
  readonly positions: number;
  /** The index of the first parameter after the embedding. */
  readonly first: number;
  readonly outputLayer: Dense;
}

/** Where the parts' tables begin among the parameters, and then the table of the positions. */
function tableStarts({ vocabulary, width }: TransformerDesign): number[] {
  let rows = 0;
  const starts = vocabulary.map((values) => {
    rows += values;
    return (rows - values) * width;
  });
  return [...starts, rows * width];
}

/** A transformer; `rows`: samples at once. The stages are those of transformer/network.ts, in its order. */
export function layOutTransformer(memory: Memory, plan: TransformerPlan, rows: number): Layout {
  const { design, positions, outputLayer } = plan;
  const { width, blocks, vocabulary } = design;
  const starts = tableStarts(design);
  const tables = memory.numbers(starts.length);
  memory.setInts(tables, starts);
  const tokens = memory.vectors(rows * positions * vocabulary.length);
  const stream = tensor(memory, rows, positions, width);
  const end: PositionRange = { positions, from: positions - 1 };
  let first = plan.first;
  const layers = Array.from({ length: blocks }, (_, b) => {
    const block = blockRows(memory, design, b === blocks - 1 ? end : { positions, from: 0 }, first, rows);
    first = block.end;
    return block;
  });
  const final = layerNormRows(memory, width, end, first, rows);
  const last = tensor(memory, rows, positions, width);
  const [z, deltas] = [
    memory.vectors(rows * outputLayer.neurons),
    memory.vectors(rows * outputLayer.neurons),
  ];
  const sample = positions * width * VECTOR;
  const at = (base: number) => base + (positions - 1) * width * VECTOR;
  const embedding = [positions, vocabulary.length, tables, width] as const;
  return {
    x: tokens,
    z,
    deltas,
    ownGradient: true,
    addForward: (program, weights) => {
      program.add('embedding', 1, ...embedding, weights, tokens, stream.values);
      layers.forEach((block) => addBlock(program, block, weights, stream));
      addLayerNorm(program, final, weights, stream, last);
      const outputStride = outputLayer.neurons * VECTOR;
      const w = weights + outputLayer.first * VECTOR;
      program.add('weightedSums', 1, width, outputLayer.neurons, w, at(last.values), sample, z, outputStride);
    },
    addBackward: (program, weights, target) => {
      const outputStride = outputLayer.neurons * VECTOR;
      const w = weights + outputLayer.first * VECTOR;
      program.add(
        'inputErrors',
        1,
        width,
        outputLayer.neurons,
        w,
        deltas,
        outputStride,
        at(last.errors),
        sample,
        0,
      );
      addWeightGradient(program, 1, outputLayer, target, deltas, outputStride, at(last.values), sample);
      program.add('clear', 1, stream.errors, positions * width);
      addLayerNormBackward(program, final, weights, target, last, stream);
      [...layers].reverse().forEach((block) => addBlockBackward(program, block, weights, target, stream));
      program.add('embeddingBackward', 1, ...embedding, target.at, tokens, stream.errors);
    },
  };
}
