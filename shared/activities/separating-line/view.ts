import { classLabelsOf, type ClassLabels } from '../../tables/own';
import type { Line, Config } from './config';
import { split } from './data';
import type { Birds } from './line';
import { bestOf, parOf } from './marks';

/** The visible birds; the hidden ones never leave the server before the reveal. */
export type View = {
  readonly birds: Birds;
  readonly hidden: number;
} & ({ readonly data: 'penguins' } | { readonly data: 'own'; readonly labels: ClassLabels });

/** The best line, and the birds that scored: now everybody may see how a line does on new data. */
export interface Reveal {
  readonly best: Line;
  readonly hidden: Birds;
  /** On somebody's own table: the error that was full marks. */
  readonly par?: number;
}

/** How many students hold each line, by "length,depth,length,depth,swapped", and how many lines there are. */
export interface Summary {
  readonly crossings: Readonly<Record<string, number>>;
  readonly all: number;
}

export function view(config: Config): View {
  const { shown, hidden } = split(config);
  const told = { birds: shown, hidden: hidden.y.length };
  return config.data === 'own'
    ? { data: 'own', ...told, labels: classLabelsOf(config) }
    : { data: 'penguins', ...told };
}

export function reveal(config: Config): Reveal {
  const par = parOf(config);
  const told = { best: bestOf(config), hidden: split(config).hidden };
  return par === null ? told : { ...told, par };
}
