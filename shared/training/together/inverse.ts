/** A square matrix, row by row. */
export interface Square {
  readonly n: number;
  readonly at: Float64Array;
}

/**
 * The inverse of a symmetric positive matrix by Cholesky's factor (Golub and Van Loan, Matrix Computations, 4th ed. 2013,
 * algorithm 4.2.1): of + - * / and the square root only, so every engine has the same bits.
 */
export function inverse(matrix: Square): Square {
  const { n } = matrix;
  const factor = lower(matrix);
  const turned = inverseOfLower(factor);
  const at = new Float64Array(n * n);
  for (let k = 0; k < n; k++)
    for (let i = 0; i <= k; i++) {
      const left = turned.at[k * n + i] as number;
      for (let j = 0; j <= i; j++)
        at[i * n + j] = (at[i * n + j] as number) + left * (turned.at[k * n + j] as number);
    }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) at[j * n + i] = at[i * n + j] as number;
  return { n, at };
}

/** L of the matrix L L'. */
function lower({ n, at }: Square): Square {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let rest = at[i * n + j] as number;
      for (let k = 0; k < j; k++) rest -= (l[i * n + k] as number) * (l[j * n + k] as number);
      l[i * n + j] = i === j ? Math.sqrt(rest) : rest / (l[j * n + j] as number);
    }
  return { n, at: l };
}

function inverseOfLower({ n, at: l }: Square): Square {
  const at = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const diagonal = l[i * n + i] as number;
    for (let k = 0; k < i; k++) {
      const times = (l[i * n + k] as number) / diagonal;
      for (let j = 0; j <= k; j++)
        at[i * n + j] = (at[i * n + j] as number) - times * (at[k * n + j] as number);
    }
    at[i * n + i] = 1 / diagonal;
  }
  return { n, at };
}
