import type { Place } from './plane';

/** The sheet on which a network is drawn: its size, and how far the first and the last column stand from the edges. */
export interface NetworkSheet {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** Where the neurons of each layer stand: a column for each, spread over the whole height. */
export const columnsOf = (
  layers: readonly number[],
  { width, height, margin }: NetworkSheet,
): readonly (readonly Place[])[] =>
  layers.map((neurons, layer) => {
    const x = margin + (layer * (width - 2 * margin)) / Math.max(1, layers.length - 1);
    return Array.from({ length: neurons }, (_, i) => ({ x, y: (height * (i + 0.5)) / neurons }));
  });

/** A weight: from one neuron to another of the next layer. */
export type Wire = readonly [from: Place, to: Place];

/** Each neuron of a layer receives all of the layer before. */
export const wiresOf = (columns: readonly (readonly Place[])[]): readonly Wire[] =>
  columns
    .slice(1)
    .flatMap((column, layer) =>
      column.flatMap((to) => (columns[layer] ?? []).map((from): Wire => [from, to])),
    );

/** The part of a wire between the edges of two circles. */
export function between([from, to]: Wire, leaving: number, arriving: number): Wire {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const along = (start: Place, way: number): Place => ({
    x: start.x + (dx * way) / length,
    y: start.y + (dy * way) / length,
  });
  return [along(from, leaving), along(to, -arriving)];
}
