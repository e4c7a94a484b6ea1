import type { Line, Config } from './config';
import { split } from './data';
import type { Birds } from './line';

/** The visible birds; the hidden ones never leave the server before the reveal. */
export interface View {
  readonly data: 'penguins';
  readonly birds: Birds;
  readonly hidden: number;
}

/** The widest line, and the birds that scored: now everybody may see how a line does on new data. */
export interface Reveal {
  readonly best: Line;
  readonly hidden: Birds;
}

/** How many students hold each line, by "length,depth,length,depth,swapped", and how many lines there are. */
export interface Summary {
  readonly crossings: Readonly<Record<string, number>>;
  readonly all: number;
}

/** The line with the widest margin over all 274 birds, on the grid: 0.13 standard deviations to the nearest. */
const best: Line = { from: [348, 142], to: [552, 216], swapped: false };

export function view(config: Config): View {
  const { shown, hidden } = split(config);
  return { data: 'penguins', birds: shown, hidden: hidden.y.length };
}

export const reveal = (config: Config): Reveal => ({ best, hidden: split(config).hidden });
