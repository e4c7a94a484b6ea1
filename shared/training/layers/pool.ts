import type { Maps } from './patches';

const f = Math.fround;

/** Windows side by side on square maps: which positions each of them holds, and who won in it. */
export interface Pool {
  readonly kind: 'max' | 'mean';
  readonly maps: number;
  /** Positions in one window. */
  readonly count: number;
  /** The positions of each window, row by row, the windows row by row. */
  readonly positions: Uint32Array;
  /** Of `max`: the index of the largest in each window, for every map. */
  readonly winners: Uint32Array;
}

/** `width` x `width` positions in a window; rows and columns left over on the right and below are dropped. */
export function poolOf(kind: 'max' | 'mean', { side, count: maps }: Maps, width: number): Pool {
  const across = Math.floor(side / width);
  const count = width * width;
  const positions = Uint32Array.from({ length: across * across * count }, (_, i) => {
    const [window, within] = [Math.floor(i / count), i % count];
    const row = Math.floor(window / across) * width + Math.floor(within / width);
    return row * side + (window % across) * width + (within % width);
  });
  return { kind, maps, count, positions, winners: new Uint32Array(across * across * maps) };
}

/** The index of the largest of one map in the window that begins at `first`; of equal ones the first. */
function winnerIn({ maps, count, positions }: Pool, first: number, map: number, x: Float32Array): number {
  let winner = (positions[first] as number) * maps + map;
  for (let i = first + 1; i < first + count; i++) {
    const index = (positions[i] as number) * maps + map;
    if ((x[index] as number) > (x[winner] as number)) winner = index;
  }
  return winner;
}

/** The sum of the window from its first position to its last, divided by their number. */
function meanIn({ maps, count, positions }: Pool, first: number, map: number, x: Float32Array): number {
  let sum = x[(positions[first] as number) * maps + map] as number;
  for (let i = first + 1; i < first + count; i++) {
    sum = f(sum + (x[(positions[i] as number) * maps + map] as number));
  }
  return f(sum / count);
}

/** From the maps to the smaller maps of their windows, in the same layout. */
export function poolForward(pool: Pool, x: Float32Array, out: Float32Array): void {
  const { kind, maps, count, winners } = pool;
  for (let i = 0; i < winners.length; i++) {
    const map = i % maps;
    const first = ((i - map) / maps) * count;
    if (kind === 'mean') {
      out[i] = meanIn(pool, first, map, x);
    } else {
      const winner = winnerIn(pool, first, map, x);
      winners[i] = winner;
      out[i] = x[winner] as number;
    }
  }
}

/**
 * Hands the errors of the pooled numbers back to the maps: all of it to the winner, or an equal part to each position.
 * A position in no window gets 0.
 */
export function poolBackward(
  { kind, maps, count, positions, winners }: Pool,
  errors: Float32Array,
  at: number,
  out: Float32Array,
): void {
  out.fill(0);
  for (let i = 0; i < winners.length; i++) {
    const error = errors[at + i] as number;
    if (kind === 'max') {
      out[winners[i] as number] = error;
      continue;
    }
    const map = i % maps;
    const first = ((i - map) / maps) * count;
    const each = f(error / count);
    for (let j = first; j < first + count; j++) out[(positions[j] as number) * maps + map] = each;
  }
}
