import type { Points } from '../samples';
import { column, dot, layer, targets, type Column, type Neuron } from './features';
import { mixed, rowOf, times, type Output } from './output';

/**
 * What a network says of some points and how wrong it is, and what of that would be different without each of its
 * neurons, the output fitted anew. With K the inverse of the normal matrix the output without neuron j is
 * v - (v_j / K_jj) K_j: so `error + (v_j / K_jj) turned_j` is the error without it, and no output is fitted twice.
 */
export interface Judged {
  readonly columns: readonly Column[];
  readonly y: Column;
  /** What the network says. */
  readonly said: Column;
  /** By how much it is wrong: y less what it says. */
  readonly error: Column;
  /** For each neuron, the layer times its column of K. */
  readonly turned: readonly Column[];
  /** v_j / K_jj of each neuron. */
  readonly share: readonly number[];
}

export function judged(output: Output, neurons: readonly Neuron[], points: Points): Judged {
  const columns = layer(neurons, points.x);
  const y = targets(points);
  const said = mixed(columns, output.v);
  const { n, at } = output.inverse;
  const all = neurons.map((_, i) => i + 1);
  return {
    ...{ columns, y, said },
    error: y.map((one, i) => one - (said[i] as number)),
    turned: all.map((j) => mixed(columns, rowOf(output.inverse, j))),
    share: all.map((j) => (output.v[j] as number) / (at[j * n + j] as number)),
  };
}

/** The mean squared error. */
export const squared = (error: Column): number => dot(error, error) / Math.max(1, error.length);

/** How much the mean squared error grows without each neuron. */
export const gainsOf = ({ error, turned, share }: Judged): number[] =>
  turned.map((way, j) => {
    const s = share[j] as number;
    return (2 * s * dot(error, way) + s * s * dot(way, way)) / error.length;
  });

/**
 * The same gain of other neurons put in the place of each, one list for each neuron. The normal matrix without j and with
 * the other one is bordered: the weight of the newcomer follows from what the rest cannot say of it.
 */
export function gainsInPlace(
  { columns: seen, y, inverse, v }: Output,
  on: Judged,
  others: readonly Neuron[],
  points: { readonly seen: Points; readonly judging: Points },
  ridge: number,
): number[][] {
  const { n, at } = inverse;
  const { error, turned, share } = on;
  const newcomers = others.map((other) => {
    const own = column(other, points.seen.x);
    const b = Float64Array.from(seen, (one) => dot(one, own) / y.length);
    const u = times(inverse, b);
    const rest = mixed(on.columns, u);
    const way = column(other, points.judging.x).map((value, i) => value - (rest[i] as number));
    return {
      ...{ u, way, left: dot(own, own) / y.length + ridge - dot(b, u) },
      pull: dot(own, y) / y.length - dot(b, v),
      ...{ length: dot(way, way), wrong: dot(error, way) },
    };
  });
  return turned.map((mine, index) => {
    const j = index + 1;
    const k = at[j * n + j] as number;
    const s = share[index] as number;
    const [own, wrong] = [dot(mine, mine), dot(error, mine)];
    return newcomers.map(({ u, way, left, pull, length, wrong: off }) => {
      const t = (u[j] as number) / k;
      const w = (pull + s * (u[j] as number)) / (left + (u[j] as number) * t);
      const cross = dot(mine, way);
      // The error without j is e = error + s mine; with the newcomer it is e - w (way + t mine).
      const along = off + t * wrong + s * (cross + t * own);
      const reach = length + 2 * t * cross + t * t * own;
      return (2 * w * along - w * w * reach) / error.length;
    });
  });
}
