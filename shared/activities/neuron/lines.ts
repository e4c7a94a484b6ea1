import type { Rng } from '../../rng';
import { faint } from '../faint';
import { MAX_BIAS, settable, type Neuron } from './neuron';

/** How many students there are for each key. */
export type Counts = Readonly<Record<string, number>>;

/** How many students hold each neuron, by "w,b" in tenths: a bounded number of lines however big the class. */
export interface Lines {
  readonly lines: Counts;
}

/** One more student for `key`, in the counts themselves: a copy for each student would cost a class its square. */
export function counted(counts: Counts, key: string): Counts {
  (counts as Record<string, number>)[key] = (counts[key] ?? 0) + 1;
  return counts;
}

export const keyOf = ({ w, b }: Neuron): string => [...w, b].join();

/** The neurons of a summary, with how many students hold each. */
export function linesOf({ lines }: Lines): { readonly neuron: Neuron; readonly count: number }[] {
  return Object.entries(lines).map(([key, count]) => {
    const numbers = key.split(',').map(Number);
    return { neuron: { w: numbers.slice(0, -1), b: numbers.at(-1) ?? 0 }, count };
  });
}

const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b));

/** The same for scaled copies of one neuron, which have the same boundary and fire on the same side of it. */
export function boundaryKey({ w, b }: Neuron): string {
  const common = [...w, b].reduce(divisor, 0);
  return [...w, b].map((value) => value / common).join();
}

/** A class's boundaries while the step is open: see `faint`. */
export const faintLines = (lines: Lines): Lines => ({
  lines: faint(
    linesOf(lines)
      .filter(({ neuron }) => neuron.w.some((weight) => weight !== 0))
      .map(({ neuron }) => boundaryKey(neuron)),
  ),
});

/** Sends one of the lines that the projector shows, any of them; at rest where it shows none. */
export function fromLines(lines: Lines, random: Rng, atRest: Neuron): Neuron {
  const shown = linesOf(lines);
  const { neuron } = shown[random.below(Math.max(1, shown.length))] ?? { neuron: atRest };
  return onSliders(neuron);
}

/** A neuron of the same boundary that sliders can be set to, as large as they allow; itself where none is. */
function onSliders(neuron: Neuron): Neuron {
  const scaled = (by: number): Neuron => ({ w: neuron.w.map((weight) => weight * by), b: neuron.b * by });
  const fits = Array.from({ length: MAX_BIAS }, (_, i) => scaled(MAX_BIAS - i)).find(settable);
  return fits ?? neuron;
}
