import type { CnnDesign, Convolution } from '#shared/training/cnn/design';
import { outputsOf } from '#shared/training/output';
import { layersOf, sumsOf, type Layer } from './float64';

/** maps[map][row][column] */
type Maps = readonly (readonly (readonly number[])[])[];

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** What one kernel says where its upper left corner is at (row, column): weights map by map, row by row, its bias last. */
function answer(kernel: readonly number[], maps: Maps, row: number, column: number): number {
  let sum = 0;
  for (const [m, map] of maps.entries())
    for (let y = 0; y < 3; y++)
      for (let x = 0; x < 3; x++)
        sum += (map[row + y]?.[column + x] as number) * (kernel[9 * m + 3 * y + x] as number);
  return Math.max(0, sum + (kernel.at(-1) as number));
}

function pool(map: readonly (readonly number[])[], { pool: kind, window }: Convolution) {
  const width = window === 'all' ? map.length : window;
  const windows = upTo(Math.floor(map.length / width));
  return windows.map((row) =>
    windows.map((column) => {
      const values = map
        .slice(row * width, (row + 1) * width)
        .flatMap((line) => line.slice(column * width, (column + 1) * width));
      return kind === 'max' ? Math.max(...values) : total(values) / values.length;
    }),
  );
}

function convolved(maps: Maps, kernels: Layer, convolution: Convolution): Maps {
  const places = upTo((maps[0] as readonly unknown[]).length - 2);
  return kernels.map((kernel) =>
    pool(
      places.map((row) => places.map((column) => answer(kernel, maps, row, column))),
      convolution,
    ),
  );
}

/** All maps' numbers at the first position, then at the second, and so on. */
const flat = (maps: Maps) =>
  (maps[0] as Maps[0]).flatMap((line, row) =>
    line.flatMap((_, column) => maps.map((map) => map[row]?.[column] as number)),
  );

/** The convolutional network a second time, written for the eye and not for speed: the sums z of its output. */
export function cnnSums(
  { convolutions, layers, activation, output }: CnnDesign,
  parameters: readonly number[],
  picture: readonly number[],
): number[] {
  let maps: Maps = [upTo(8).map((row) => picture.slice(8 * row, 8 * row + 8))];
  let rest = parameters;
  for (const convolution of convolutions) {
    const before = 9 * maps.length;
    const [kernels] = layersOf(rest, [before, convolution.kernels]) as [Layer];
    rest = rest.slice(convolution.kernels * (before + 1));
    maps = convolved(maps, kernels, convolution);
  }
  const inputs = flat(maps);
  return sumsOf(layersOf(rest, [inputs.length, ...layers, outputsOf(output)]), activation, inputs);
}
