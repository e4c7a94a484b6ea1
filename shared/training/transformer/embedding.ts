import type { Group } from '../network';
import { add, type Vectors } from './stage';

export interface Embedding {
  readonly groups: readonly Group[];
  readonly end: number;
  /** Reads the tokens that begin at x[at]. */
  readonly forward: (weights: Float32Array, x: Float32Array, at: number) => void;
  readonly backward: (gradient: Float32Array) => void;
}

/**
 * A position's first vector: the rows of its parts, from the first part to the last, then a learned vector of the
 * position. Parameters, from the first on: the table of each part, a row for each value; then a row for each position.
 *
 * Each number of the vector is a sum of parts + 1 numbers, so this is `before` for Xavier. The gradient is summed over the
 * positions from the first to the last.
 */
export function embedding(vocabulary: readonly number[], width: number, stream: Vectors): Embedding {
  const parts = vocabulary.length;
  const positions = stream.values.length / width;
  const tables: number[] = [];
  let rows = 0;
  for (const values of vocabulary) {
    tables.push(rows * width);
    rows += values;
  }
  const positionTable = rows * width;
  const count = (rows + positions) * width;
  /** Where the row of each part of each token stands. */
  const rowsUsed = new Uint32Array(positions * parts);

  function forward(weights: Float32Array, x: Float32Array, at: number): void {
    stream.values.fill(0);
    for (let i = 0; i < positions; i++) {
      for (let part = 0; part < parts; part++) {
        const row = (tables[part] as number) + (x[at + i * parts + part] as number) * width;
        rowsUsed[i * parts + part] = row;
        add(stream.values, i * width, weights, row, width);
      }
      add(stream.values, i * width, weights, positionTable + i * width, width);
    }
  }

  function backward(gradient: Float32Array): void {
    for (let i = 0; i < positions; i++) {
      for (let part = 0; part < parts; part++) {
        add(gradient, rowsUsed[i * parts + part] as number, stream.errors, i * width, width);
      }
      add(gradient, positionTable + i * width, stream.errors, i * width, width);
    }
  }

  return {
    groups: [{ kind: 'weights', first: 0, count, before: parts + 1, after: width }],
    end: count,
    forward,
    backward,
  };
}
