const f = Math.fround;

/** Kernels are squares of this many pixels a side. */
export const KERNEL = 3;

/** Square maps: positions row by row, at each of them one number of every map. */
export interface Maps {
  readonly side: number;
  readonly count: number;
}

export const sizeOf = ({ side, count }: Maps): number => side * side * count;

/** Numbers in the patch that a kernel sees at one position. */
export const patchOf = ({ count }: Maps): number => KERNEL * KERNEL * count;

/**
 * The index in the maps of every entry of every patch. Patches follow one another as the kernel's positions do, row by
 * row; within a patch stand the maps one after the other, and of each map its 9 pixels row by row.
 */
export function patchIndices(maps: Maps): Uint32Array {
  const { side, count } = maps;
  const across = side - KERNEL + 1;
  const indices = new Uint32Array(across * across * patchOf(maps));
  let entry = 0;
  for (let position = 0; position < across * across; position++) {
    const column = position % across;
    const row = (position - column) / across;
    for (let map = 0; map < count; map++) {
      for (let pixel = 0; pixel < KERNEL * KERNEL; pixel++) {
        const x = column + (pixel % KERNEL);
        const y = row + Math.floor(pixel / KERNEL);
        indices[entry++] = (y * side + x) * count + map;
      }
    }
  }
  return indices;
}

/** Copies the maps that begin at x[at] into patches ("image to columns", the usual name of this step). */
export function im2col(indices: Uint32Array, x: Float32Array, at: number, patches: Float32Array): void {
  for (let i = 0; i < indices.length; i++) patches[i] = x[at + (indices[i] as number)] as number;
}

/** The way back for a patch whose indices begin at `first`: adds its errors to those of the maps, first entry to last. */
export function col2im(
  indices: Uint32Array,
  first: number,
  patchErrors: Float32Array,
  errors: Float32Array,
): void {
  for (let i = 0; i < patchErrors.length; i++) {
    const index = indices[first + i] as number;
    errors[index] = f((errors[index] as number) + (patchErrors[i] as number));
  }
}
