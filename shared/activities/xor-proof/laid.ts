/** Rows of the table in a seat's own order, a digit for each; without one as everybody sees them. */
export const laidIn = (rows: readonly number[], order: string | undefined): readonly number[] =>
  order ? [...order].map(Number) : rows;
