import type { Config, Gate, Submission } from './config';
import { rowsOf, type Row } from './neuron';

/** The gate to build and its truth table: nothing here is secret. */
export interface View {
  readonly gate: Gate;
  readonly rows: readonly Row[];
}

/** The neuron with the widest margin, in tenths. */
export interface Reveal {
  readonly best: Submission;
}

/** How many students hold each neuron, by "w,b" in tenths: a bounded number of lines however big the class. */
export interface Summary {
  readonly lines: Readonly<Record<string, number>>;
}

const best: Readonly<Record<Gate, Submission>> = {
  not: { w: [-10], b: 5 },
  and: { w: [10, 10], b: -15 },
  or: { w: [10, 10], b: -5 },
};

export const studentView = ({ gate }: Config): View => ({ gate, rows: rowsOf(gate) });

export const reveal = ({ gate }: Config): Reveal => ({ best: best[gate] });

export const emptySummary = (): Summary => ({ lines: {} });

export function addToSummary(_config: Config, summary: Summary, { w, b }: Submission): Summary {
  const key = [...w, b].join();
  return { lines: { ...summary.lines, [key]: (summary.lines[key] ?? 0) + 1 } };
}

/** The neurons of a summary, with how many students hold each. */
export function linesOf(summary: Summary): { readonly neuron: Submission; readonly count: number }[] {
  return Object.entries(summary.lines).map(([key, count]) => {
    const numbers = key.split(',').map(Number);
    return { neuron: { w: numbers.slice(0, -1), b: numbers.at(-1) ?? 0 }, count };
  });
}
