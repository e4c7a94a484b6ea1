/** A column: a letter with its index, and whether it holds an input, a weighted sum, or what some neuron says. */
export interface Column {
  readonly name: string;
  readonly index?: number | null;
  readonly holds: 'input' | 'sum' | 'bit';
  /** What is being chosen now. */
  readonly chosen?: boolean;
}

/** A row, a cell for each column as it is read; `?` where it is not known yet. */
export interface TableRow {
  readonly cells: readonly string[];
  /** Null while nobody can know. */
  readonly right: boolean | null;
}

/** The columns of the inputs: x, or x₀, x₁. */
export const inputColumns = (inputs: number): readonly Column[] =>
  Array.from({ length: inputs }, (_, i) => ({ name: 'x', index: inputs > 1 ? i : null, holds: 'input' }));
