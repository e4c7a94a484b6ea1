import { counted, type Counts } from '../neuron/lines';
import type { Config, Heights, Submission } from './config';
import { split } from './data';
import { marksOf } from './fit';
import { keyOf } from './held';
import type { Labels } from '../../tables/own';
import { sizeOf, type Cloud } from './line';
import { labelsOf } from './own';

/** The visible penguins, and the flipper of the new one; the hidden ones never leave the server before the reveal. */
export type View = {
  readonly cloud: Cloud;
  /** Flipper length of the penguin that is guessed, mm. */
  readonly newcomer: number;
  readonly hidden: number;
} & ({ readonly data: 'penguins' } | { readonly data: 'own'; readonly labels: Labels });

/** The line of least squares, the penguins that scored, and what the new one weighs, g. */
export interface Reveal {
  readonly best: Heights;
  readonly hidden: Cloud;
  readonly newcomer: readonly [flipper: number, mass: number];
}

/** How many students hold each line, by its heights "left,right", and how many guessed each mass, g. */
export interface Summary {
  readonly lines: Counts;
  readonly guesses: Counts;
}

export function view(config: Config): View {
  const { shown, hidden, newcomer } = split(config);
  const told = { cloud: shown, newcomer: newcomer[0], hidden: sizeOf(hidden) };
  return config.data === 'own'
    ? { data: 'own', ...told, labels: labelsOf(config) }
    : { data: 'penguins', ...told };
}

export function reveal(config: Config): Reveal {
  const { hidden, newcomer } = split(config);
  return { best: marksOf(config).best, hidden, newcomer };
}

export const emptySummary = (): Summary => ({ lines: {}, guesses: {} });

export const addToSummary = (
  _config: Config,
  { lines, guesses }: Summary,
  { guess, heights }: Submission,
): Summary => ({ lines: counted(lines, keyOf(heights)), guesses: counted(guesses, String(guess)) });
