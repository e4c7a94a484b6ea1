import type { Neuron } from './neuron';

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
