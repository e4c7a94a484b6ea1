/** More than these nobody would see as single ones. */
const MOST = 1_100;

/** A thing that is counted, as many small squares. */
export interface Cells {
  readonly columns: number;
  readonly rows: number;
  /** One square for each, 1 x 1 apart. */
  readonly path: string;
}

/** As many squares as there are, in a block nearly as wide as high; null where they would be too many. */
export function cellsOf(count: number): Cells | null {
  if (count > MOST) return null;
  const columns = Math.ceil(Math.sqrt(count));
  const squares = Array.from(
    { length: count },
    (_, i) => `M${(i % columns) + 0.1} ${Math.floor(i / columns) + 0.1}h0.8v0.8h-0.8z`,
  );
  return { columns, rows: Math.ceil(count / columns), path: squares.join('') };
}
