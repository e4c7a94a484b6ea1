import type { Dense } from '../layers/dense';
import type { TransformerDesign } from '../transformer/design';
import { addBlock, addBlockBack, blockRows } from './block';
import { addDerivatives } from './aim';
import type { Layout } from './layout';
import { VECTOR, type Memory } from './memory';
import { addNorm, addNormBack, normRows } from './norm';
import { tensor, type Reach } from './tensor';

/** What transformer/network.ts knows of itself. */
export interface Plan {
  readonly design: TransformerDesign;
  readonly positions: number;
  /** The place of the first parameter behind the embedding. */
  readonly first: number;
  readonly reader: Dense;
}

/** The places of the parts' tables and of the positions' rows among the parameters. */
function tablesOf({ vocabulary, width }: TransformerDesign): number[] {
  let rows = 0;
  const places = vocabulary.map((values) => {
    rows += values;
    return (rows - values) * width;
  });
  return [...places, rows * width];
}

/** A transformer; `rows`: samples at once. The stages are those of transformer/network.ts, in its order. */
export function layOutTransformer(memory: Memory, plan: Plan, rows: number): Layout {
  const { design, positions, reader } = plan;
  const { width, blocks, vocabulary } = design;
  const places = tablesOf(design);
  const tables = memory.numbers(places.length);
  memory.setInts(tables, places);
  const tokens = memory.vectors(rows * positions * vocabulary.length);
  const stream = tensor(memory, rows, positions, width);
  const end: Reach = { positions, from: positions - 1 };
  let first = plan.first;
  const layers = Array.from({ length: blocks }, (_, b) => {
    const block = blockRows(memory, design, b === blocks - 1 ? end : { positions, from: 0 }, first, rows);
    first = block.end;
    return block;
  });
  const final = normRows(memory, width, end, first, rows);
  const last = tensor(memory, rows, positions, width);
  const [z, deltas] = [memory.vectors(rows * reader.neurons), memory.vectors(rows * reader.neurons)];
  const sample = positions * width * VECTOR;
  const at = (base: number) => base + (positions - 1) * width * VECTOR;
  const embedding = [positions, vocabulary.length, tables, width] as const;
  return {
    x: tokens,
    z,
    deltas,
    ownGradient: true,
    addForward: (program, weights) => {
      program.add('embed', 1, ...embedding, weights, tokens, stream.values);
      layers.forEach((block) => addBlock(program, block, weights, stream));
      addNorm(program, final, weights, stream, last);
      const said = reader.neurons * VECTOR;
      const w = weights + reader.first * VECTOR;
      program.add('sums', 1, width, reader.neurons, w, at(last.values), sample, z, said);
    },
    addBackward: (program, weights, aim) => {
      const said = reader.neurons * VECTOR;
      const w = weights + reader.first * VECTOR;
      program.add('shares', 1, width, reader.neurons, w, deltas, said, at(last.errors), sample, 0);
      addDerivatives(program, 1, reader, aim, deltas, said, at(last.values), sample);
      program.add('clear', 1, stream.errors, positions * width);
      addNormBack(program, final, weights, aim, last, stream);
      [...layers].reverse().forEach((block) => addBlockBack(program, block, weights, aim, stream));
      program.add('unembed', 1, ...embedding, aim.at, tokens, stream.errors);
    },
  };
}
