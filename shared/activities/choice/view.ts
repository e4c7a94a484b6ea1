import type { NetworkPicture } from '../pictures/network';
import type { Told } from '../pictures/told';
import type { Config, Submission } from './config';
import { letterOf } from './letters';

/**
 * What can be picked, with the letter by which a class speaks of it. It is that of its place in the configuration, which is
 * the projector's order, so that it is the same on every phone. That a wrong option says why it is wrong would tell which
 * ones are.
 */
export type Lettered = Omit<Config['options'][number], 'why'> & { readonly letter: string };

/** What a student sees: the options, without the right ones. */
export interface View {
  readonly options: readonly Lettered[];
  readonly several: boolean;
  readonly picture: NetworkPicture | null;
  /** The reveal draws something; what, it says itself. */
  readonly tells: boolean;
}

export interface Reveal {
  readonly right: readonly string[];
  readonly told: Told | null;
}

/** How many students picked each option, and how many answered at all. */
export interface Summary {
  readonly answers: number;
  readonly counts: Readonly<Record<string, number>>;
}

const lettered = ({ options }: Config): readonly Lettered[] =>
  options.map(({ id, text }, i) => ({ id, text, letter: letterOf(i) }));

export const view = (config: Config): View => ({
  ...{ options: lettered(config), several: config.several },
  ...{ picture: config.picture ?? null, tells: config.told !== undefined },
});

export const reveal = ({ right, told }: Config): Reveal => ({ right, told: told ?? null });

export function emptySummary(config: Config): Summary {
  return { answers: 0, counts: Object.fromEntries(config.options.map((option) => [option.id, 0])) };
}

export function addToSummary(_config: Config, summary: Summary, { picked }: Submission): Summary {
  const counts = { ...summary.counts };
  for (const id of picked) counts[id] = (counts[id] ?? 0) + 1;
  return { answers: summary.answers + 1, counts };
}
