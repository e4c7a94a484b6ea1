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
 * The place in the maps of every entry of every patch: positions of the kernel row by row, for each of them the maps
 * one after the other, for each map its 9 pixels row by row.
 */
export function placesOf(maps: Maps): Uint32Array {
  const { side, count } = maps;
  const reach = side - KERNEL + 1;
  const places = new Uint32Array(reach * reach * patchOf(maps));
  let entry = 0;
  for (let position = 0; position < reach * reach; position++) {
    const column = position % reach;
    const row = (position - column) / reach;
    for (let map = 0; map < count; map++) {
      for (let pixel = 0; pixel < KERNEL * KERNEL; pixel++) {
        const x = column + (pixel % KERNEL);
        const y = row + Math.floor(pixel / KERNEL);
        places[entry++] = (y * side + x) * count + map;
      }
    }
  }
  return places;
}

/** Copies the maps that begin at x[at] into patches. */
export function gather(places: Uint32Array, x: Float32Array, at: number, patches: Float32Array): void {
  for (let i = 0; i < places.length; i++) patches[i] = x[at + (places[i] as number)] as number;
}

/** Adds one patch's shares of the error, whose places begin at `first`, to those of the maps, first entry to last. */
export function scatter(places: Uint32Array, first: number, patch: Float32Array, shares: Float32Array): void {
  for (let i = 0; i < patch.length; i++) {
    const place = places[first + i] as number;
    shares[place] = f((shares[place] as number) + (patch[i] as number));
  }
}
