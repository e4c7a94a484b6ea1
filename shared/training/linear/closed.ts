/**
 * Least squares in closed form, by reflections of Householder: G. Golub and C. Van Loan, Matrix Computations, 4th ed.
 * 2013, algorithms 5.1.1 and 5.3.2. In 64 bits, of + - * / and the square root only, so every engine has the same bits.
 */
export interface Table {
  /** Row by row, `inputs` numbers for each sample. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly inputs: number;
}

/**
 * A column of which no more than this part of its length is left, once its projection on the columns before it is taken
 * away, depends on them: in data of 32 bits what is left is rounding.
 */
const NEGLIGIBLE = 1e-6;

/** A column of the table that has become one of the triangular matrix: its diagonal element stands in `row`. */
interface Pivot {
  readonly column: number;
  readonly row: number;
}

/** A column of ones for b, one for each input, the answers last. With l2 each weight also has a row of its own. */
function columnsOf({ x, y, inputs }: Table, l2: number): Float64Array[] {
  const samples = y.length;
  const rows = samples + (l2 > 0 ? inputs : 0);
  const ridge = Math.sqrt(samples * l2);
  return Array.from({ length: inputs + 2 }, (_, column) => {
    const values = new Float64Array(rows);
    for (let i = 0; i < samples; i++) {
      if (column === 0) values[i] = 1;
      else values[i] = (column > inputs ? y[i] : x[i * inputs + column - 1]) as number;
    }
    if (l2 > 0 && column > 0 && column <= inputs) values[samples + column - 1] = ridge;
    return values;
  });
}

function product(a: Float64Array, b: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** The reflection that turns the column from `row` on into (alpha, 0, 0 ...), done to the columns after it too. */
function reflect(columns: readonly Float64Array[], { column, row }: Pivot, length: number): void {
  const values = columns[column] as Float64Array;
  const alpha = (values[row] as number) > 0 ? -length : length;
  const mirror = Float64Array.from(values);
  mirror[row] = (values[row] as number) - alpha;
  const square = product(mirror, mirror, row);
  for (const other of columns.slice(column + 1)) {
    const twice = (2 * product(mirror, other, row)) / square;
    for (let i = row; i < other.length; i++) other[i] = (other[i] as number) - twice * (mirror[i] as number);
  }
  values[row] = alpha;
}

/** Makes the matrix triangular, column by column; the answers are reflected with it. */
function triangle(columns: readonly Float64Array[]): Pivot[] {
  const lengths = columns.map((values) => Math.sqrt(product(values, values, 0)));
  const pivots: Pivot[] = [];
  for (let column = 0; column < columns.length - 1; column++) {
    const values = columns[column] as Float64Array;
    const pivot = { column, row: pivots.length };
    const left = Math.sqrt(product(values, values, pivot.row));
    if (left <= NEGLIGIBLE * (lengths[column] as number)) continue;
    reflect(columns, pivot, left);
    pivots.push(pivot);
  }
  return pivots;
}

/** Back-substitution, from the last column to the first; a column that is no pivot gets weight 0. */
function substitute(columns: readonly Float64Array[], pivots: readonly Pivot[]): Float64Array {
  const answers = columns.at(-1) as Float64Array;
  const solution = new Float64Array(columns.length - 1);
  for (const { column, row } of [...pivots].reverse()) {
    let rest = answers[row] as number;
    for (let k = column + 1; k < solution.length; k++) {
      rest -= (columns[k]?.[row] as number) * (solution[k] as number);
    }
    solution[column] = rest / (columns[column]?.[row] as number);
  }
  return solution;
}

/**
 * W (one weight for each input) and then b with the least sum over the samples of ((W x + b - y)^2 + l2 |W|^2), which
 * is what descent comes to; rounded to 32 bits at the end. An input that depends on those before it, such as a copy, a
 * constant, or any beyond the number of samples, gets weight 0. Not finite if the numbers are too large for 64 bits.
 */
export function leastSquares(table: Table, l2 = 0): Float32Array {
  const columns = columnsOf(table, l2);
  const [bias, ...weights] = substitute(columns, triangle(columns));
  return Float32Array.from([...weights, bias as number]);
}
